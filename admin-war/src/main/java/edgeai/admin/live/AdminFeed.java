package edgeai.admin.live;

import edgeai.admin.alert.CameraAlertAcknowledged;
import edgeai.admin.alert.CameraAlertRaised;
import edgeai.admin.analytics.DetectionCounted;
import edgeai.admin.camera.CameraChanged;
import edgeai.admin.settings.AdminSettings;
import edgeai.common.guard.Schedule;
import edgeai.common.http.JsonOutput;
import edgeai.common.live.LiveChannel;
import edgeai.common.live.LiveHub;
import edgeai.common.live.LiveLimits;
import edgeai.common.live.PlainContext;
import edgeai.common.request.CommandReader;
import edgeai.common.wire.CommandRequest;
import edgeai.common.wire.LiveMessage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;

/**
 * Puts every event into the words of the contract and gives it to all who listen; camera nodes that
 * name themselves hear only what is said to them.
 */
@ApplicationScoped
public class AdminFeed {
  private static final Duration PULSE = Duration.ofSeconds(1);

  private final AdminSettings settings;
  private final Clock clock;
  private final Schedule schedule;
  private final ManagedExecutorService executor;

  private LiveHub hub;

  @Inject
  public AdminFeed(
      AdminSettings settings,
      Clock clock,
      Schedule schedule,
      @Named("live") ManagedExecutorService executor) {
    this.settings = settings;
    this.clock = clock;
    this.schedule = schedule;
    this.executor = executor;
  }

  /** For the container's proxy. */
  AdminFeed() {
    this(null, null, null, null);
  }

  @PostConstruct
  void open() {
    hub =
        new LiveHub(
            LiveLimits.of(settings.maxClients(), settings.maxCameras()),
            new PlainContext(executor),
            clock);
    schedule.every("live pulse", PULSE, hub::pulse);
  }

  LiveHub hub() {
    return hub;
  }

  void onDetection(@Observes DetectionCounted counted) {
    publish("detection", counted.detection());
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

  /** Queues a message for all who hear everything. */
  void publish(String type, Object data) {
    if (hub.isHeard()) {
      hub.publish(JsonOutput.write(new LiveMessage(type, data)));
    }
  }

  /** Queues a command: for its camera's node, and for all who hear everything. */
  public void publish(CommandRequest command) {
    hub.publish(command.cameraId(), JsonOutput.write(CommandReader.message(command)));
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
