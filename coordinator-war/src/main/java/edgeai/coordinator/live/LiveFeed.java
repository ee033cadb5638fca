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
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Those who listen, and the way to them. */
@ApplicationScoped
public class LiveFeed {
  private static final Duration PULSE = Duration.ofSeconds(1);

  @Inject private CoordinatorSettings settings;
  @Inject private Clock clock;
  @Inject private Schedule schedule;

  @Resource(lookup = "java:app/concurrent/live")
  private ManagedExecutorService executor;

  private LiveHub hub;

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
