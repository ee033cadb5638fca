package edgeai.common.live;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives every message to every client. Publishing only fills queues; one task at a time sends from
 * them, one message per client and turn, so that a client that does not read delays nobody: it
 * loses its oldest messages and is closed in the end.
 */
public final class LiveHub {
  private static final Logger LOG = Logger.getLogger(LiveHub.class.getName());

  private final LiveLimits limits;
  private final Executor executor;
  private final Clock clock;

  private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
  private final Queue<LiveClient> ready = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean sending = new AtomicBoolean();
  private final LongAdder dropped = new LongAdder();
  private final Map<LiveChannel.End, LongAdder> ended = new EnumMap<>(LiveChannel.End.class);

  /**
   * @param executor runs one task at a time, which never waits for a client
   */
  public LiveHub(LiveLimits limits, Executor executor, Clock clock) {
    this.limits = limits;
    this.executor = executor;
    this.clock = clock;
    for (LiveChannel.End end : LiveChannel.End.values()) {
      ended.put(end, new LongAdder());
    }
  }

  /**
   * Takes a client in, or closes its channel where there are too many.
   *
   * @param name what it calls itself, null where it does not say
   */
  public Optional<LiveClient> join(LiveChannel channel, String name) {
    LiveClient client = new LiveClient(channel, name, limits, clock.instant());
    synchronized (clients) {
      if (clients.size() < limits.clients()) {
        clients.add(client);
        return Optional.of(client);
      }
    }
    end(channel, LiveChannel.End.FULL);
    return Optional.empty();
  }

  /** Forgets a client that went. */
  public void leave(LiveClient client) {
    client.leave();
    clients.remove(client);
  }

  /** Notes that a client gave a sign of life. */
  public void heard(LiveClient client) {
    client.heard(clock.instant());
  }

  /** Notes that a client answered the ping with this mark: what was sent before has arrived. */
  public void confirmed(LiveClient client, long mark) {
    client.confirmed(mark, clock.instant());
    schedule(client);
    wake();
  }

  /** Queues a message for every client. Never waits. */
  public void publish(String message) {
    for (LiveClient client : clients) {
      dropped.add(client.offer(message));
      schedule(client);
    }
    wake();
  }

  private void schedule(LiveClient client) {
    if (client.enqueue()) {
      ready.add(client);
    }
  }

  private void wake() {
    if (!ready.isEmpty() && sending.compareAndSet(false, true)) {
      try {
        executor.execute(this::sendReady);
      } catch (RejectedExecutionException e) {
        sending.set(false);
        LOG.log(Level.FINE, "the server is ending: {0}", e.toString());
      }
    }
  }

  private void sendReady() {
    try {
      for (LiveClient client = ready.poll(); client != null; client = ready.poll()) {
        sendNext(client);
      }
    } finally {
      sending.set(false);
    }
    // what came in between
    wake();
  }

  private void sendNext(LiveClient client) {
    String message = client.take(clock.instant());
    if (message == null) {
      return;
    }
    try {
      client.channel().send(message, failure -> sent(client, failure));
    } catch (RuntimeException e) {
      sent(client, e);
    }
  }

  private void sent(LiveClient client, Throwable failure) {
    client.sent();
    if (failure == null) {
      pingWhereDue(client);
      schedule(client);
      wake();
    } else {
      fail(client, failure);
    }
  }

  /** Pings clients and closes those that do not read or do not answer; call it every second. */
  public void pulse() {
    Instant now = clock.instant();
    for (LiveClient client : clients) {
      if (client.isStalled(now)) {
        expel(client, LiveChannel.End.STALLED);
      } else if (client.isSilent(now)) {
        expel(client, LiveChannel.End.SILENT);
      } else {
        pingWhereDue(client);
      }
    }
  }

  private void pingWhereDue(LiveClient client) {
    long mark = client.pingDue(clock.instant());
    try {
      if (mark > 0) {
        client.channel().ping(mark);
      }
    } catch (RuntimeException e) {
      fail(client, e);
    }
  }

  private void fail(LiveClient client, Throwable failure) {
    LOG.log(Level.FINE, "a listener is gone: {0}", failure.toString());
    expel(client, LiveChannel.End.FAILED);
  }

  private void expel(LiveClient client, LiveChannel.End end) {
    if (client.leave()) {
      clients.remove(client);
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

  /** Whether a client of this name listens. */
  public boolean isConnected(String name) {
    return clients.stream().anyMatch(client -> name.equals(client.name()));
  }

  public int clients() {
    return clients.size();
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
