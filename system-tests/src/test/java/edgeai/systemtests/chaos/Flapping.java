package edgeai.systemtests.chaos;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A worker that comes and goes every five seconds. */
final class Flapping {
  private static final long PERIOD_S = 5;

  private Flapping() {}

  static void begin(Scene scene) {
    FaultyProxy proxy = scene.pool().proxy();
    AtomicBoolean up = new AtomicBoolean(true);
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    thread.scheduleAtFixedRate(
        () -> {
          up.set(!up.get());
          proxy.set(up.get() ? Weather.CLEAR : Weather.REFUSING);
        },
        0,
        PERIOD_S,
        TimeUnit.SECONDS);
    scene.atEnd(
        () -> {
          thread.shutdownNow();
          proxy.set(Weather.CLEAR);
        });
  }
}
