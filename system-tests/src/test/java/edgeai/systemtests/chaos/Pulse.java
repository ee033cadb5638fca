package edgeai.systemtests.chaos;

import edgeai.systemtests.fixture.Http;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says that workers are alive which cannot say so themselves, as doubles. */
final class Pulse implements AutoCloseable {
  private static final long PERIOD_S = 3;

  private final Http coordinator;
  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  Pulse(Http coordinator) {
    this.coordinator = coordinator;
    thread.scheduleAtFixedRate(this::beat, PERIOD_S, PERIOD_S, TimeUnit.SECONDS);
  }

  void keep(String id) {
    ids.add(id);
  }

  void stop(String id) {
    ids.remove(id);
  }

  private void beat() {
    for (String id : ids) {
      try {
        coordinator.post("/heartbeat/" + Http.inPath(id));
      } catch (UncheckedIOException e) {
        // the coordinator is away, as some faults want it
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
