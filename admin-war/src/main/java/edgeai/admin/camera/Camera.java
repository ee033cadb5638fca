package edgeai.admin.camera;

import java.time.Instant;

/**
 * A camera as {@code GET /cameras} shows it.
 *
 * @param status {@code active}, {@code offline} or, in the message that it is gone, {@code removed}
 */
public record Camera(
    String cameraId,
    String hostname,
    String ipAddress,
    String status,
    Instant registeredAt,
    Instant lastSeen) {

  public static final String ACTIVE = "active";
  public static final String OFFLINE = "offline";
  static final String REMOVED = "removed";

  Camera with(String other) {
    return new Camera(cameraId, hostname, ipAddress, other, registeredAt, lastSeen);
  }
}
