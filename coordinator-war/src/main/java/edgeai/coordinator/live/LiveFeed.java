package edgeai.coordinator.live;

import edgeai.common.http.JsonOutput;
import edgeai.common.live.LiveChannel;
import edgeai.common.live.LiveHub;
import edgeai.common.live.LiveLimits;
import edgeai.common.live.PlainContext;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Those who listen, and the way to them. */
@ApplicationScoped
public class LiveFeed {
  @Inject private CoordinatorSettings settings;
  @Inject private Clock clock;

  @Resource(lookup = "java:app/concurrent/live")
  private ManagedExecutorService executor;

  @Resource(lookup = "java:app/concurrent/watch")
  private ManagedScheduledExecutorService scheduler;

  private LiveHub hub;
  private ScheduledFuture<?> pulse;

  @PostConstruct
  void open() {
    int clients = settings.stream().maxClients();
    hub = new LiveHub(LiveLimits.of(clients), new PlainContext(executor), clock);
    pulse = scheduler.scheduleWithFixedDelay(hub::pulse, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void close() {
    pulse.cancel(true);
  }

  LiveHub hub() {
    return hub;
  }

  /** Queues messages for everybody. */
  void publish(List<Message> messages) {
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
