package edgeai.coordinator.live;

import edgeai.common.guard.Schedule;
import edgeai.common.http.JsonOutput;
import edgeai.common.live.LiveChannel;
import edgeai.common.live.LiveHub;
import edgeai.common.live.LiveLimits;
import edgeai.common.live.PlainContext;
import edgeai.common.wire.LiveMessage;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Those who listen, and the way to them. */
@ApplicationScoped
public class LiveFeed {
  private static final Duration PULSE = Duration.ofSeconds(1);

  private final CoordinatorSettings settings;
  private final Clock clock;
  private final Schedule schedule;
  private final ManagedExecutorService executor;

  private LiveHub hub;

  @Inject
  public LiveFeed(
      CoordinatorSettings settings,
      Clock clock,
      Schedule schedule,
      @Named("live") ManagedExecutorService executor) {
    this.settings = settings;
    this.clock = clock;
    this.schedule = schedule;
    this.executor = executor;
  }

  /** For the container's proxy. */
  LiveFeed() {
    this(null, null, null, null);
  }

  @PostConstruct
  void open() {
    int clients = settings.stream().maxClients();
    hub = new LiveHub(LiveLimits.of(clients, 0), new PlainContext(executor), clock);
    schedule.every("live pulse", PULSE, hub::pulse);
  }

  LiveHub hub() {
    return hub;
  }

  /** Queues messages for everybody. */
  public void publish(List<LiveMessage> messages) {
    messages.forEach(message -> hub.publish(JsonOutput.write(message)));
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
