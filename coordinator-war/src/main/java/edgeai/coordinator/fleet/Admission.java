package edgeai.coordinator.fleet;

import edgeai.common.wire.WorkerRegistration;

/** Which workers may get frames: those that can, with the pool's model. */
final class Admission {
  private static final int HASH_SHOWN = 12;

  private Admission() {}

  /**
   * Why a worker gets no frames, as a predicate; null where it may have some.
   *
   * @param pool the hash of the pool's model
   */
  static String refusal(WorkerRegistration registration, String pool) {
    if (!registration.announcesDetection()) {
      return "it does not announce the capability %s%s"
          .formatted(
              WorkerRegistration.CAPABILITY,
              registration.note() == null ? "" : ": " + registration.note());
    }
    String theirs = registration.modelSha256();
    if (theirs != null && !pool.equalsIgnoreCase(theirs)) {
      return "its model %s is not the pool's %s".formatted(brief(theirs), brief(pool));
    }
    return null;
  }

  private static String brief(String sha256) {
    return sha256.substring(0, Math.min(HASH_SHOWN, sha256.length()));
  }
}
