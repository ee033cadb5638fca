package edgeai.coordinator.fleet;

import edgeai.common.network.OutgoingCalls;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.model.PoolModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which workers may get frames: those that may be called and can, with a model that is wanted. */
final class Admission {
  private static final int HASH_SHOWN = 12;

  private final OutgoingCalls calls;
  private final PoolModel model;

  /**
   * @param calls which addresses may be called
   * @param model of the pool, and those that its jobs want
   */
  Admission(OutgoingCalls calls, PoolModel model) {
    this.calls = calls;
    this.model = model;
  }

  /**
   * Why a worker gets no frames, as a predicate; null where it may have some.
   *
   * @param models that it has
   */
  String refusal(WorkerRegistration registration, WorkerModels models) {
    Optional<String> outOfReach = calls.refusal(registration.ipAddress(), registration.speaksTls());
    if (outOfReach.isPresent() && !registration.workerId().equals(Fleet.LOCAL_ID)) {
      return outOfReach.get();
    }
    if (!registration.announcesDetection()) {
      return "it does not announce the capability " + WorkerRegistration.CAPABILITY;
    }
    List<String> wanted = model.wanted();
    if (wanted.stream().anyMatch(models::has)) {
      return null;
    }
    String pool = brief(wanted.get(0));
    String theirs =
        models.all().stream().map(Admission::brief).collect(Collectors.joining(" and "));
    return theirs.isEmpty()
        ? "it does not have the pool's model %s yet".formatted(pool)
        : "its model %s is not the pool's %s".formatted(theirs, pool);
  }

  /** Enough of a hash for people. */
  static String brief(String sha256) {
    return sha256.substring(0, Math.min(HASH_SHOWN, sha256.length()));
  }
}
