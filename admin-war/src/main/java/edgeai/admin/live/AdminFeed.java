package edgeai.admin.live;

import edgeai.admin.alert.CameraAlertAcknowledged;
import edgeai.admin.alert.CameraAlertRaised;
import edgeai.admin.analytics.DetectionCounted;
import edgeai.admin.camera.CameraChanged;
import edgeai.admin.settings.AdminSettings;
import edgeai.common.http.JsonOutput;
import edgeai.common.live.LiveChannel;
import edgeai.common.live.LiveHub;
import edgeai.common.live.LiveLimits;
import edgeai.common.live.PlainContext;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Puts every event into the words of the contract and gives it to all who listen. */
@ApplicationScoped
public class AdminFeed {
  @Inject private AdminSettings settings;
  @Inject private Clock clock;

  @Resource(lookup = "java:app/concurrent/live")
  private ManagedExecutorService executor;

  @Resource(lookup = "java:app/concurrent/watch")
  private ManagedScheduledExecutorService scheduler;

  private LiveHub hub;
  private ScheduledFuture<?> pulse;

  /** What goes over the wire. */
  public record Message(String type, Object data) {}

  @PostConstruct
  void open() {
    hub = new LiveHub(LiveLimits.of(settings.maxClients()), new PlainContext(executor), clock);
    pulse = scheduler.scheduleWithFixedDelay(hub::pulse, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void close() {
    pulse.cancel(true);
  }

  LiveHub hub() {
    return hub;
  }

  void onDetection(@Observes DetectionCounted counted) {
    publish("detection", counted.detection().told());
  }

  void onAlert(@Observes CameraAlertRaised raised) {
    publish("alert", raised.alert());
  }

  void onAcknowledged(@Observes CameraAlertAcknowledged acknowledged) {
    publish("alert_acknowledged", acknowledged.alert());
  }

  void onCamera(@Observes CameraChanged changed) {
    publish("camera", changed.camera());
  }

  /** Queues a message for everybody. */
  public void publish(String type, Object data) {
    if (hub.clients() > 0) {
      hub.publish(JsonOutput.write(new Message(type, data)));
    }
  }

  /** Whether a camera node of this id listens. */
  public boolean isConnected(String cameraId) {
    return hub.isConnected(cameraId);
  }

  public int clients() {
    return hub.clients();
  }

  /** Messages that clients lost because they read too slowly. */
  public long dropped() {
    return hub.dropped();
  }

  /** Clients that the server closed for this reason. */
  public long ended(LiveChannel.End end) {
    return hub.ended(end);
  }
}
