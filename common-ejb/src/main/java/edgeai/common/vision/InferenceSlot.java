package edgeai.common.vision;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The memory of one caller: an input tensor that the letterbox writes into and an output tensor
 * that the session writes into, both allocated once. An answer of any length has no memory of its
 * own and is copied. One thread at a time.
 */
final class InferenceSlot implements AutoCloseable {

  private final Sessions sessions;
  private final int caller;
  private final ProvenModel model;
  private final TensorMemory input;
  private final TensorMemory pinned;
  private final Letterbox letterbox;
  private final Map<String, OnnxTensor> inputs;
  private FloatBuffer output;

  /**
   * Allocates.
   *
   * @param sessions stay open
   * @param caller whose memory this is, counted from 0
   */
  InferenceSlot(OrtEnvironment environment, Sessions sessions, int caller, ProvenModel model)
      throws OrtException {
    this.sessions = sessions;
    this.caller = caller;
    this.model = model;
    ModelSignature signature = model.signature();
    input = new TensorMemory(environment, signature.inputType(), signature.inputShape());
    letterbox = new Letterbox(input.floats(), signature.width(), signature.height());
    inputs = Map.of(signature.input(), input.tensor());
    Probe probe = model.probe();
    pinned =
        model.head().isOfAnyLength()
            ? null
            : new TensorMemory(environment, probe.type(), probe.shape());
    output = pinned == null ? FloatBuffer.allocate(0) : pinned.floats();
  }

  /** Puts the picture into the input. */
  LetterboxGeometry fill(Picture picture) {
    LetterboxGeometry geometry = letterbox.fill(picture);
    input.store();
    return geometry;
  }

  /** Puts pixels into the input. */
  LetterboxGeometry fill(PixelPicture picture) {
    LetterboxGeometry geometry = letterbox.fill(picture);
    input.store();
    return geometry;
  }

  /** Copies pixels, for parts of them to be put into the input. */
  Mat receive(PixelPicture picture) {
    return letterbox.receive(picture);
  }

  /** Puts a part of a picture into the input. */
  LetterboxGeometry fill(Mat pixels, Tile tile) {
    LetterboxGeometry geometry = letterbox.fill(pixels, tile);
    input.store();
    return geometry;
  }

  /** Infers on what the input holds. */
  void run() throws OrtException {
    String name = model.probe().output();
    if (pinned != null) {
      sessions.run(caller, inputs, Set.of(), Map.of(name, pinned.tensor())).close();
      pinned.load();
      return;
    }
    try (OrtSession.Result result = sessions.run(caller, inputs, Set.of(name), Map.of())) {
      output = TensorMemory.copy((OnnxTensor) result.get(0));
    }
  }

  /** What the last run found, in input pixels, surest first. */
  List<Candidate> objects(double confidence) {
    return model.head().objects(output, confidence);
  }

  @Override
  public void close() {
    if (pinned != null) {
      pinned.close();
    }
    input.close();
    letterbox.close();
  }
}
