package edgeai.common.vision;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The memory of one caller: an input tensor that the letterbox writes into and output tensors that
 * the session writes into, all allocated once. Answers of any length have no memory of their own
 * and are copied. One thread at a time.
 */
final class InferenceSlot implements AutoCloseable {

  private final Sessions sessions;
  private final int caller;
  private final Head head;
  private final ModelInputs inputs;
  private final Letterbox letterbox;
  private final OutputMemory outputs;

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
    head = model.head();
    ModelSignature signature = model.signature();
    inputs = new ModelInputs(environment, signature);
    letterbox = new Letterbox(inputs.floats(), signature.width(), signature.height(), head.form());
    outputs = OutputMemory.of(environment, model);
  }

  /** Puts the picture into the input. */
  LetterboxGeometry fill(Picture picture) {
    LetterboxGeometry geometry = letterbox.fill(picture);
    inputs.store();
    return geometry;
  }

  /** Puts pixels into the input. */
  LetterboxGeometry fill(PixelPicture picture) {
    LetterboxGeometry geometry = letterbox.fill(picture);
    inputs.store();
    return geometry;
  }

  /** Copies pixels, for parts of them to be put into the input. */
  Mat receive(PixelPicture picture) {
    return letterbox.receive(picture);
  }

  /** Puts a part of a picture into the input. */
  LetterboxGeometry fill(Mat pixels, Tile tile) {
    LetterboxGeometry geometry = letterbox.fill(pixels, tile);
    inputs.store();
    return geometry;
  }

  /** Infers on what the input holds. */
  void run() throws OrtException {
    try (OrtSession.Result result =
        sessions.run(caller, inputs.byName(), outputs.wanted(), outputs.pinned())) {
      outputs.take(result);
    }
  }

  /** What the last run found, in input pixels, surest first. */
  List<Candidate> objects(double confidence) {
    return head.objects(outputs.floats(), confidence);
  }

  @Override
  public void close() {
    outputs.close();
    inputs.close();
    letterbox.close();
  }
}
