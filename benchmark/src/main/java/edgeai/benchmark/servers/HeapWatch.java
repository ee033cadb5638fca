package edgeai.benchmark.servers;

import edgeai.systemtests.fixture.ServerProcess;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at a server's heap a few times a second and keeps the largest it saw. */
final class HeapWatch implements AutoCloseable {
  private static final long PAUSE_MS = 250;
  private static final String HEAP = "memory_used_heap_bytes{";

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ServerProcess server;
  private volatile double largest;

  HeapWatch(ServerProcess server) {
    this.server = server;
    look();
    timer.scheduleWithFixedDelay(this::look, PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
  }

  /** Bytes in use at this moment. */
  static double bytes(ServerProcess server) {
    return server
        .http()
        .get("/metrics", "Accept", "text/plain")
        .text()
        .lines()
        .filter(line -> line.startsWith(HEAP))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the server does not tell its heap"));
  }

  private void look() {
    largest = Math.max(largest, bytes(server));
  }

  /** Bytes, the most that was in use. */
  double largest() {
    return largest;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
