package edgeai.benchmark.peers;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import edgeai.common.vision.ModelCard;
import java.nio.file.Path;

/**
 * A model that all peers run, by the same rules.
 *
 * @param anchors numbers in a row of its output
 * @param confidence what must score more to be an object, 0 to 1
 * @param iou what overlaps a better one of its class by more is the same object, 0 to 1
 */
record PeerModel(Path file, ModelCard card, int anchors, float confidence, float iou) {
  private static final String USUAL_IOU = "0.7";
  private static final int ANCHORS = 2;
  private static final int USUAL_ANCHORS = 8400;

  /** With the thresholds that it names itself. */
  static PeerModel of(Path file, ModelCard card) throws OrtException {
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
      String iou = session.getMetadata().getCustomMetadata().getOrDefault("iou", USUAL_IOU);
      TensorInfo output = (TensorInfo) session.getOutputInfo().values().iterator().next().getInfo();
      long anchors = output.getShape()[ANCHORS];
      return new PeerModel(
          file,
          card,
          anchors > 0 ? Math.toIntExact(anchors) : USUAL_ANCHORS,
          (float) card.confidence(),
          Float.parseFloat(iou));
    }
  }

  String name() {
    return file.getFileName().toString();
  }
}
