package edgeai.common.live;

import java.time.Clock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends what waits for clients: one task at a time, which never waits for a client, one message per
 * client and turn.
 */
final class LiveSender {
  private static final Logger LOG = Logger.getLogger(LiveSender.class.getName());

  private final Executor executor;
  private final Clock clock;
  private final BiConsumer<LiveClient, Throwable> failed;

  private final Queue<LiveClient> ready = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean sending = new AtomicBoolean();

  /**
   * @param failed told of a client to which nothing can be sent
   */
  LiveSender(Executor executor, Clock clock, BiConsumer<LiveClient, Throwable> failed) {
    this.executor = executor;
    this.clock = clock;
    this.failed = failed;
  }

  /** Notes that a client may have something to be sent; {@link #wake} has it done. */
  void schedule(LiveClient client) {
    if (client.enqueue()) {
      ready.add(client);
    }
  }

  /** Sends to those who were noted, unless that is under way. */
  void wake() {
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
    } catch (RuntimeException | Error e) {
      sent(client, e);
    }
  }

  private void sent(LiveClient client, Throwable failure) {
    client.sent();
    if (failure == null) {
      ping(client);
      schedule(client);
      wake();
    } else {
      failed.accept(client, failure);
    }
  }

  /** Pings a client where it is time. */
  void ping(LiveClient client) {
    long mark = client.pingDue(clock.instant());
    try {
      if (mark > 0) {
        client.channel().ping(mark);
      }
    } catch (RuntimeException | Error e) {
      failed.accept(client, e);
    }
  }
}
