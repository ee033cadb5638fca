package edgeai.systemtests.chaos;

import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks whether the coordinator has seen the trouble of all victims, and notes when. */
final class Watch implements AutoCloseable {
  private static final long PERIOD_MS = 100;

  private final ChaosPool pool;
  private final List<String> victims;
  private final Instant began = Instant.now();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private volatile Instant seen;

  Watch(ChaosPool pool, List<String> victims) {
    this.pool = pool;
    this.victims = victims;
    if (!victims.isEmpty()) {
      thread.scheduleWithFixedDelay(this::look, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    try {
      List<JsonObject> sound = pool.workers().stream().filter(ChaosPool::isSound).toList();
      if (seen == null
          && sound.stream().noneMatch(worker -> victims.contains(worker.getString("worker_id")))) {
        seen = Instant.now();
      }
    } catch (UncheckedIOException e) {
      // asked again in a moment
    }
  }

  Instant began() {
    return began;
  }

  boolean hasLasted(Duration least) {
    return Instant.now().isAfter(began.plus(least));
  }

  /** True too where there is nothing to see. */
  boolean hasSeen() {
    return victims.isEmpty() || seen != null;
  }

  /** Seconds until it was seen, empty where it was not. */
  OptionalDouble seconds() {
    return seen == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(Duration.between(began, seen).toMillis() / 1000.0);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
