package edgeai.benchmark.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Calls a server from many connections at the same time, each as soon as it has its answer, all on
 * the thread that asks for it.
 */
final class Load implements AutoCloseable {
  private static final int CONNECTIONS = 64;
  private static final long PATIENCE_MS = 10_000;

  private final Selector selector;
  private final List<Caller> callers = new ArrayList<>();
  private int waiting;

  /**
   * What a while of it came to.
   *
   * @param perSecond calls answered
   * @param answered calls altogether, those included that were on their way at the end
   * @param latencies of all of them
   */
  record Outcome(double perSecond, int answered, Latencies latencies) {}

  /** Connects to a port of this machine. */
  Load(int port) throws IOException {
    selector = Selector.open();
    for (int connection = 0; connection < CONNECTIONS; connection++) {
      callers.add(new Caller(port, selector));
    }
  }

  /**
   * Calls for so long, then waits for what is on its way.
   *
   * @throws IOException if the server answers anything but 200, or not at all
   */
  Outcome run(Duration time, Supplier<byte[]> requests) throws IOException {
    Latencies latencies = new Latencies();
    long began = System.nanoTime();
    for (Caller caller : callers) {
      send(caller, requests);
    }
    while (System.nanoTime() - began < time.toNanos()) {
      select(
          caller -> {
            if (answered(caller, latencies)) {
              send(caller, requests);
            }
          });
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    int inTime = latencies.count();
    while (waiting > 0) {
      select(caller -> answered(caller, latencies));
    }
    return new Outcome(inTime / seconds, latencies.count(), latencies);
  }

  private interface Turn {
    void take(Caller caller) throws IOException;
  }

  private void select(Turn turn) throws IOException {
    int ready =
        selector.select(
            key -> {
              try {
                turn.take((Caller) key.attachment());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            PATIENCE_MS);
    if (ready == 0) {
      throw new IOException("the server answered nothing for %d ms".formatted(PATIENCE_MS));
    }
  }

  private void send(Caller caller, Supplier<byte[]> requests) throws IOException {
    caller.send(requests.get());
    waiting++;
  }

  private boolean answered(Caller caller, Latencies latencies) throws IOException {
    long nanos = caller.read();
    if (nanos < 0) {
      return false;
    }
    latencies.add(nanos);
    waiting--;
    return true;
  }

  @Override
  public void close() throws IOException {
    for (Caller caller : callers) {
      caller.close();
    }
    selector.close();
  }
}
