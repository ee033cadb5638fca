package edgeai.common.admin;

import edgeai.common.request.Requests;
import edgeai.common.wire.CameraReport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Whether the admin server knows a camera: registers it, and keeps it known by heartbeats. Used by
 * one thread; any may ask.
 */
final class Membership {
  private static final Logger LOG = Logger.getLogger(Membership.class.getName());

  /** What is new of its condition is told as often at most. */
  private static final long BETWEEN_NEWS_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final AdminClient client;
  private final URI admin;
  private final CameraIdentity camera;
  private final long heartbeatNanos;
  private final Supplier<CameraReport> condition;
  private long lastWord;
  private CameraReport told = CameraReport.NOTHING;
  private volatile boolean known;

  /**
   * @param condition told with the registration, each heartbeat, and soon after it changed
   */
  Membership(
      AdminClient client,
      URI admin,
      CameraIdentity camera,
      Duration heartbeat,
      Supplier<CameraReport> condition) {
    this.client = client;
    this.admin = admin;
    this.camera = camera;
    this.heartbeatNanos = heartbeat.toNanos();
    this.condition = condition;
  }

  /** Whether the admin server answered the last call and knows this camera. */
  boolean isKnown() {
    return known;
  }

  /** Something went wrong: it has to register again. */
  void doubt() {
    known = false;
  }

  /** Whether it was taken. */
  boolean register() throws InterruptedException {
    told = condition.get();
    known = call("/register-camera", camera.registration(told)) == CallOutcome.TAKEN;
    if (known) {
      LOG.log(Level.INFO, "camera {0} is known to {1}", new Object[] {camera.id(), admin});
    }
    return known;
  }

  /** Whether it is time for a heartbeat, or there is news to tell in one. */
  boolean isDue() {
    long silence = System.nanoTime() - lastWord;
    return silence > heartbeatNanos
        || silence > BETWEEN_NEWS_NANOS && !condition.get().equals(told);
  }

  /** Whether it is known after that. */
  boolean heartbeat() throws InterruptedException {
    told = condition.get();
    return confirm(call(camera.heartbeatPath(), Requests.write(told)));
  }

  /** Takes in what came of a call; whether the camera is known after that. */
  boolean confirm(CallOutcome outcome) {
    if (outcome == CallOutcome.UNKNOWN) {
      LOG.log(Level.INFO, "the admin server has forgotten {0}, which registers again", camera.id());
    }
    known = outcome == CallOutcome.TAKEN || outcome == CallOutcome.REFUSED;
    return known;
  }

  private CallOutcome call(String path, String json) throws InterruptedException {
    lastWord = System.nanoTime();
    return post(path, json);
  }

  /** Makes one call, which is no sign of life by itself. */
  CallOutcome post(String path, String json) throws InterruptedException {
    try {
      return client.post(admin, path, json);
    } catch (IOException e) {
      LOG.log(Level.FINE, "the admin server does not answer", e);
      return CallOutcome.AWAY;
    }
  }
}
