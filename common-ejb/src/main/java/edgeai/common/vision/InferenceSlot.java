package edgeai.common.vision;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * The memory of one caller: an input tensor that the letterbox writes into and an output tensor
 * that the session writes into, both allocated once. One thread at a time.
 */
final class InferenceSlot implements AutoCloseable {

  private final Sessions sessions;
  private final int caller;
  private final Letterbox letterbox;
  private final OnnxTensor inputTensor;
  private final OnnxTensor outputTensor;
  private final FloatBuffer output;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;
  private final int classes;
  private final int anchors;

  /**
   * Allocates.
   *
   * @param sessions stay open
   * @param caller whose memory this is, counted from 0
   * @param outputName which of the model's outputs holds the head
   * @param outputShape {@code [1, 4 + classes, anchors]}
   */
  InferenceSlot(
      OrtEnvironment environment,
      Sessions sessions,
      int caller,
      ModelSignature signature,
      String outputName,
      long[] outputShape)
      throws OrtException {
    this.sessions = sessions;
    this.caller = caller;
    FloatBuffer input = direct(signature.inputShape());
    letterbox = new Letterbox(input, signature.width(), signature.height());
    inputTensor = OnnxTensor.createTensor(environment, input, signature.inputShape());
    output = direct(outputShape);
    outputTensor = OnnxTensor.createTensor(environment, output, outputShape);
    inputs = Map.of(signature.input(), inputTensor);
    outputs = Map.of(outputName, outputTensor);
    classes = Math.toIntExact(outputShape[1]) - YoloV8.BOX_ROWS;
    anchors = Math.toIntExact(outputShape[2]);
  }

  /** Infers once on an empty input to learn the shape of what comes out first. */
  static long[] probe(OrtEnvironment environment, OrtSession session, ModelSignature signature)
      throws OrtException {
    long[] shape = signature.inputShape();
    try (OnnxTensor input = OnnxTensor.createTensor(environment, direct(shape), shape);
        OrtSession.Result result = session.run(Map.of(signature.input(), input))) {
      return result.get(0) instanceof OnnxTensor head ? head.getInfo().getShape() : new long[0];
    }
  }

  /** Puts the picture into the input. */
  LetterboxGeometry fill(Picture picture) {
    return letterbox.fill(picture);
  }

  /** Infers on what the input holds. */
  void run() throws OrtException {
    sessions.run(caller, inputs, outputs);
  }

  /** What the last run found, in input pixels. */
  List<Candidate> candidates(double confidence) {
    return YoloV8.decode(output, classes, anchors, confidence);
  }

  @Override
  public void close() {
    outputTensor.close();
    inputTensor.close();
    letterbox.close();
  }

  private static FloatBuffer direct(long[] shape) {
    long floats = 1;
    for (long length : shape) {
      floats = Math.multiplyExact(floats, length);
    }
    int bytes = Math.toIntExact(Math.multiplyExact(floats, Float.BYTES));
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }
}
