package edgeai.common.alert;

import edgeai.common.wire.Alert;

/**
 * What alerts have in common that are one within the cooldown.
 *
 * @param jobId null where the frame belongs to no job
 */
public record AlertKind(String jobId, String level, String subject) {
  private static final String SLOW = "slow_inference";

  public static AlertKind of(Alert alert) {
    String first = alert.alertLabels().isEmpty() ? "" : alert.alertLabels().get(0);
    return new AlertKind(alert.jobId(), alert.level(), first.equals(SLOW) ? first : "objects");
  }
}
