package edgeai.coordinator.model;

import edgeai.common.vision.ModelCard;
import java.time.Instant;

/**
 * A model that this coordinator has.
 *
 * @param card what was found of it when it was proven
 * @param addedAt null for one that was not added
 */
record ShelfModel(ModelCard card, Origin origin, long bytes, Instant addedAt) {
  /** Where a model came from. */
  enum Origin {
    /** With the build. */
    BUNDLED,

    /** By {@code POST /models}. */
    ADDED,

    /** By {@code MODEL}: kept for jobs that are not done when that names another. */
    SET
  }

  String name() {
    return card.name();
  }

  String sha256() {
    return card.sha256();
  }

  boolean isBundled() {
    return origin == Origin.BUNDLED;
  }
}
