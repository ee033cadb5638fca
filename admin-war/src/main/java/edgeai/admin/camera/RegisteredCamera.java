package edgeai.admin.camera;

import edgeai.common.wire.CameraRegistration;
import edgeai.common.wire.CameraReport;
import java.time.Duration;
import java.time.Instant;

/** One registered camera and when it was last heard; guarded by {@link Cameras}. */
final class RegisteredCamera {
  private final Instant registeredAt;
  private final Duration silence;
  private String owner = "";
  private CameraRegistration registration;
  private CameraReport told;
  private Instant lastSeen;
  private boolean offline;

  RegisteredCamera(
      CameraRegistration registration, Instant registeredAt, Instant lastSeen, Duration silence) {
    register(registration);
    this.registeredAt = registeredAt;
    this.lastSeen = lastSeen;
    this.silence = silence;
  }

  void register(CameraRegistration again) {
    registration = again;
    told = again.report();
  }

  String id() {
    return registration.cameraId();
  }

  /** Whose it is, empty where nobody knows. */
  String owner() {
    return owner;
  }

  void isOf(String newOwner) {
    owner = newOwner;
  }

  Instant registeredAt() {
    return registeredAt;
  }

  CameraReport told() {
    return told;
  }

  /** Takes what it tells; true where that is news. */
  boolean tells(CameraReport now) {
    boolean isNew = !now.equals(told);
    told = now;
    return isNew;
  }

  void seen(Instant now) {
    if (now.isAfter(lastSeen)) {
      lastSeen = now;
    }
  }

  Instant lastSeen() {
    return lastSeen;
  }

  boolean isOffline(Instant now) {
    return now.isAfter(lastSeen.plus(silence));
  }

  /** Notes whether it is offline now; true where that is news. */
  boolean turns(Instant now) {
    boolean before = offline;
    offline = isOffline(now);
    return before != offline;
  }

  Camera show(Instant now) {
    return new Camera(
        registration.cameraId(),
        registration.hostname(),
        registration.ipAddress(),
        isOffline(now) ? Camera.OFFLINE : Camera.ACTIVE,
        registeredAt,
        lastSeen,
        told.state(),
        told.trouble());
  }
}
