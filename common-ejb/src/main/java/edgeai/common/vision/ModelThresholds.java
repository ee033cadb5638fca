package edgeai.common.vision;

import java.util.Map;

/**
 * From where on a model's answers count, as its metadata say.
 *
 * @param confidence detections below are dropped, 0 to 1 ({@code confidence})
 * @param iou boxes of one class that overlap by more are one object, 0 to 1 ({@code iou})
 */
record ModelThresholds(double confidence, double iou) {

  /** Of a model that names none. */
  static final ModelThresholds USUAL =
      new ModelThresholds(ModelCard.USUAL_CONFIDENCE, NonMaxSuppression.USUAL_IOU);

  /**
   * Those in the metadata, the usual ones where they name none.
   *
   * @param file name of the model's file, for messages
   * @throws ModelException where what they name is no number from 0 to 1
   */
  static ModelThresholds of(String file, Map<String, String> metadata) throws ModelException {
    return new ModelThresholds(
        share(file, metadata, "confidence", USUAL.confidence),
        share(file, metadata, "iou", USUAL.iou));
  }

  private static double share(
      String file, Map<String, String> metadata, String key, double otherwise)
      throws ModelException {
    String named = metadata.getOrDefault(key, "");
    if (named.isBlank()) {
      return otherwise;
    }
    try {
      double share = Double.parseDouble(named.strip());
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      throw refused(file, key, named);
    }
    throw refused(file, key, named);
  }

  private static ModelException refused(String file, String key, String named) {
    return new ModelException(
        "%s has the %s '%s' in its metadata, which is no number from 0 to 1; write one there or remove it."
            .formatted(file, key, ClassNames.printable(named)));
  }
}
