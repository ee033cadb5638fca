package edgeai.admin.analytics;

import java.time.Instant;

/**
 * What of the log is asked for.
 *
 * @param cameraId null for all
 * @param label null for all, else events that counted it
 * @param since events of that instant and later
 */
record LogQuery(String cameraId, String label, Instant since) {
  /** Before every event there can be. */
  static final Instant EVER = Instant.parse("0000-01-01T00:00:00Z");
}
