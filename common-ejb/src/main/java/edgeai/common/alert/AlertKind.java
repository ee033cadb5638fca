package edgeai.common.alert;

import edgeai.common.wire.Alert;

/**
 * What alerts have in common that are one while it goes on. Slow inference is a matter of the
 * worker, whatever job its frames belong to.
 *
 * @param jobId null where the frame belongs to no job, or the job does not matter
 */
public record AlertKind(String jobId, String level, String subject) {
  public static AlertKind of(Alert alert) {
    return isOfSlowInference(alert)
        ? slowness(alert.workerId())
        : new AlertKind(alert.jobId(), alert.level(), "objects");
  }

  /** The kind of alerts which say that this worker is slow. */
  public static AlertKind slowness(String workerId) {
    return new AlertKind(null, Alert.WARNING, AlertRules.SLOW + " " + workerId);
  }

  /** Whether it says that a worker is slow. */
  public static boolean isOfSlowInference(Alert alert) {
    return !alert.alertLabels().isEmpty() && alert.alertLabels().get(0).equals(AlertRules.SLOW);
  }
}
