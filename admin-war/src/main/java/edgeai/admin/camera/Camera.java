package edgeai.admin.camera;

import java.time.Instant;

/**
 * A camera as {@code GET /cameras} shows it.
 *
 * @param cameraId which camera
 * @param hostname name of its machine
 * @param ipAddress as it said it
 * @param status {@code active}, {@code offline} or, in the message that it is gone, {@code removed}
 * @param registeredAt when it came first
 * @param lastSeen when it was heard last
 * @param state {@code running} or {@code stopped}, as the camera said last; null where it never did
 * @param trouble why it sees nothing, as it said last, else null
 */
public record Camera(
    String cameraId,
    String hostname,
    String ipAddress,
    String status,
    Instant registeredAt,
    Instant lastSeen,
    String state,
    String trouble) {

  public static final String ACTIVE = "active";
  public static final String OFFLINE = "offline";
  static final String REMOVED = "removed";

  /** Whether it is alive and said that it does this, {@code running} or {@code stopped}. */
  public boolean does(String what) {
    return status.equals(ACTIVE) && what.equals(state);
  }

  Camera with(String other) {
    return new Camera(cameraId, hostname, ipAddress, other, registeredAt, lastSeen, state, trouble);
  }
}
