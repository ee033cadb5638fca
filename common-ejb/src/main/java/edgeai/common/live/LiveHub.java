package edgeai.common.live;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives every message to those who hear everything, and those of a topic to who hears that topic
 * besides. Publishing only fills queues, from which {@link LiveSender} sends: a client that does
 * not read delays nobody, it loses its oldest messages and is closed in the end.
 */
public final class LiveHub {
  private static final Logger LOG = Logger.getLogger(LiveHub.class.getName());

  private final LiveLimits limits;
  private final Clock clock;
  private final LiveAudience audience;
  private final LiveSender sender;
  private final LongAdder dropped = new LongAdder();
  private final Map<LiveChannel.End, LongAdder> ended = new EnumMap<>(LiveChannel.End.class);

  /**
   * @param executor runs one task at a time, which never waits for a client
   */
  public LiveHub(LiveLimits limits, Executor executor, Clock clock) {
    this.limits = limits;
    this.audience = new LiveAudience(limits);
    this.sender = new LiveSender(executor, clock, this::fail);
    this.clock = clock;
    for (LiveChannel.End end : LiveChannel.End.values()) {
      ended.put(end, new LongAdder());
    }
  }

  /**
   * Takes a client in, or closes its channel where there are too many.
   *
   * @param topic what it hears of, null for everything
   */
  public Optional<LiveClient> join(LiveChannel channel, String topic) {
    LiveClient client =
        new LiveClient(channel, topic, topic == null ? limits : limits.forTopic(), clock.instant());
    Optional<LiveClient> leaving = audience.admit(client);
    if (leaving.filter(client::equals).isPresent()) {
      end(channel, LiveChannel.End.FULL);
      return Optional.empty();
    }
    leaving.ifPresent(first -> expel(first, LiveChannel.End.REPLACED));
    return Optional.of(client);
  }

  /** Forgets a client that went. */
  public void leave(LiveClient client) {
    client.leave();
    audience.dismiss(client);
  }

  /** Notes that a client gave a sign of life. */
  public void heard(LiveClient client) {
    client.heard(clock.instant());
  }

  /** Notes that a client answered the ping with this mark: what was sent before has arrived. */
  public void confirmed(LiveClient client, long mark) {
    client.confirmed(mark, clock.instant());
    sender.schedule(client);
    sender.wake();
  }

  /** Queues a message for all who hear everything. Never waits. */
  public void publish(String message) {
    audience.everything().forEach(client -> queue(client, message));
    sender.wake();
  }

  /** Queues a message for all who hear everything, and for those of its topic. Never waits. */
  public void publish(String topic, String message) {
    audience.of(topic).forEach(client -> queue(client, message));
    publish(message);
  }

  private void queue(LiveClient client, String message) {
    dropped.add(client.offer(message));
    sender.schedule(client);
  }

  /** Pings clients and closes those that do not read or do not answer; call it every second. */
  public void pulse() {
    Instant now = clock.instant();
    audience.all().forEach(client -> look(client, now));
  }

  private void look(LiveClient client, Instant now) {
    if (client.isStalled(now)) {
      expel(client, LiveChannel.End.STALLED);
    } else if (client.isSilent(now)) {
      expel(client, LiveChannel.End.SILENT);
    } else {
      sender.ping(client);
    }
  }

  private void fail(LiveClient client, Throwable failure) {
    LOG.log(Level.FINE, "a listener is gone: {0}", failure.toString());
    expel(client, LiveChannel.End.FAILED);
  }

  private void expel(LiveClient client, LiveChannel.End end) {
    if (client.leave()) {
      audience.dismiss(client);
      end(client.channel(), end);
    }
  }

  private void end(LiveChannel channel, LiveChannel.End end) {
    ended.get(end).increment();
    try {
      channel.close(end);
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "a listener could not be closed: {0}", e.toString());
    }
  }

  /** Whether somebody hears this topic alone. */
  public boolean isConnected(String topic) {
    return !audience.of(topic).isEmpty();
  }

  /** Whether somebody hears everything. */
  public boolean isHeard() {
    return !audience.everything().isEmpty();
  }

  public int clients() {
    return audience.size();
  }

  /** Messages that clients lost because they read too slowly. */
  public long dropped() {
    return dropped.sum();
  }

  /** Clients closed for this reason. */
  public long ended(LiveChannel.End end) {
    return ended.get(end).sum();
  }
}
