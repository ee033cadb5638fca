package edgeai.common.vision;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * What a model is given: a picture, and where it asks for the size that its boxes are wanted in,
 * that of its input.
 */
final class ModelInputs implements AutoCloseable {

  private final TensorMemory pixels;
  private final Map<String, OnnxTensor> byName = new HashMap<>();

  ModelInputs(OrtEnvironment environment, ModelSignature signature) throws OrtException {
    pixels = new TensorMemory(environment, signature.inputType(), signature.inputShape());
    byName.put(signature.input(), pixels.tensor());
    if (signature.asksForSize()) {
      long[] size = {signature.width(), signature.height()};
      byName.put(
          ModelSignature.SIZES,
          OnnxTensor.createTensor(environment, LongBuffer.wrap(size), new long[] {1, 2}));
    }
  }

  /** Of the picture, to be written before {@link #store}. */
  FloatBuffer floats() {
    return pixels.floats();
  }

  /** Puts the floats into the tensor. */
  void store() {
    pixels.store();
  }

  Map<String, OnnxTensor> byName() {
    return byName;
  }

  @Override
  public void close() {
    byName.values().stream().filter(tensor -> tensor != pixels.tensor()).forEach(OnnxTensor::close);
    pixels.close();
  }
}
