package edgeai.benchmark.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many listeners on one thread. */
final class EventAudience implements AutoCloseable {
  private static final long PATIENCE_S = 30;

  private final Selector selector;
  private final List<EventClient> listeners = new ArrayList<>();
  private final CompletableFuture<Void> taken = new CompletableFuture<>();
  private final Thread reading = new Thread(this::read, "audience");
  private volatile long messages;
  private volatile Exception failure;
  private volatile boolean closing;

  private EventAudience(Selector selector) {
    this.selector = selector;
  }

  /** Connects so many to a port of this machine and waits until the server has taken all in. */
  static EventAudience of(int size, int port) throws IOException, InterruptedException {
    EventAudience audience = new EventAudience(Selector.open());
    try {
      for (int number = 0; number < size; number++) {
        EventClient listener = EventClient.connect(port);
        audience.listeners.add(listener);
        listener.channel().register(audience.selector, SelectionKey.OP_READ, listener);
      }
      audience.reading.start();
      audience.taken.get(PATIENCE_S, TimeUnit.SECONDS);
      return audience;
    } catch (TimeoutException e) {
      audience.close();
      throw new IOException("the server did not take %d listeners in".formatted(size), e);
    } catch (ExecutionException e) {
      audience.close();
      throw new IOException("a listener failed: " + e.getCause().getMessage(), e);
    } catch (IOException | RuntimeException e) {
      audience.close();
      throw e;
    }
  }

  /** What all of them got together. */
  long messages() {
    return messages;
  }

  /**
   * Waits until nothing came for a quarter of a second, but not longer than this.
   *
   * @return what all of them got together
   * @throws IOException if one of them was closed
   */
  long awaitSilence(Duration limit) throws IOException, InterruptedException {
    long until = System.nanoTime() + limit.toNanos();
    long before;
    do {
      before = messages;
      TimeUnit.MILLISECONDS.sleep(250);
    } while (messages > before && System.nanoTime() < until);
    if (failure != null) {
      throw new IOException("a listener failed: " + failure.getMessage(), failure);
    }
    return messages;
  }

  private void read() {
    try {
      while (!closing) {
        selector.select(EventAudience::read);
        messages = listeners.stream().mapToLong(EventClient::messages).sum();
        if (!taken.isDone() && listeners.stream().allMatch(EventClient::isTaken)) {
          taken.complete(null);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      failure = e;
      taken.completeExceptionally(e);
    }
  }

  private static void read(SelectionKey key) {
    try {
      ((EventClient) key.attachment()).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    selector.wakeup();
    try {
      reading.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (EventClient listener : listeners) {
      listener.channel().close();
    }
    selector.close();
  }
}
