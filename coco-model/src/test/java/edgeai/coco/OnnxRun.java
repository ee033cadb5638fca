package edgeai.coco;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/** Runs a model on one input, and has its first output. */
final class OnnxRun implements AutoCloseable {
  private final OrtSession session;

  OnnxRun(byte[] model) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    session = OrtEnvironment.getEnvironment().createSession(model, options);
  }

  /**
   * @param input channels first
   */
  Tensor of(Tensor input) throws OrtException {
    String name = session.getInputNames().iterator().next();
    long[] shape = Arrays.stream(input.shape()).asLongStream().toArray();
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(input.values()), shape);
        OrtSession.Result result = session.run(Map.of(name, tensor))) {
      OnnxTensor first = (OnnxTensor) result.get(0);
      FloatBuffer numbers = first.getFloatBuffer();
      float[] values = new float[numbers.remaining()];
      numbers.get(values);
      int[] lengths =
          Arrays.stream(first.getInfo().getShape()).mapToInt(Math::toIntExact).toArray();
      return new Tensor(lengths, values);
    }
  }

  Map<String, String> metadata() throws OrtException {
    return session.getMetadata().getCustomMetadata();
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
