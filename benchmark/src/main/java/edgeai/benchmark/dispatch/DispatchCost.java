package edgeai.benchmark.dispatch;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.load.ClosedLoop;
import edgeai.benchmark.load.LoadFigures;
import edgeai.benchmark.load.Measurement;
import edgeai.benchmark.load.OpenLoop;
import edgeai.benchmark.synthetic.NoOpWorker;
import edgeai.benchmark.synthetic.SyntheticPool;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How many frames of one size a coordinator gets through, and how long it keeps one at half that
 * load, with a worker that answers at once.
 */
public final class DispatchCost implements Benchmark {
  private static final List<Integer> KILOBYTES = List.of(0, 100, 1_000);
  private static final int WINDOW = 32;
  private static final int PLACES = 64;
  private static final double MOST_WANTED = 2_000;
  private static final String REFERENCE = "java.net.http, the same bytes";

  @Override
  public String name() {
    return "dispatch";
  }

  @Override
  public String description() {
    return "frames a second through the coordinator, and what it adds to each";
  }

  /** Its servers take longer to start than it takes to measure. */
  @Override
  public boolean isQuick() {
    return false;
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    run.progress(this, "starting servers");
    try (SyntheticPool pool =
        run.kept().take(SyntheticPool.NAME, SyntheticPool.class, () -> SyntheticPool.start(run))) {
      String worker = pool.worker(pool.add(List.of(new NoOpWorker(0, PLACES))));
      Duration warmUp = Duration.ofMillis(run.choose(1_000, 2_000));
      run.progress(this, "warming up");
      new PingPong(worker, 100_000)
          .run(new ClosedLoop(WINDOW), new Measurement(Duration.ZERO, warmUp));
      pool.closed(100_000, WINDOW, Duration.ZERO, warmUp.multipliedBy(2));
      for (int kilobytes : run.quick() ? List.of(100) : KILOBYTES) {
        run.progress(this, "frames of %d kB".formatted(kilobytes));
        measure(run, report, pool, new PingPong(worker, kilobytes * 1_000), kilobytes);
      }
    }
    report.note(
        "%d frames in the coordinator at a time for the ceiling, durable ones counted;"
                .formatted(WINDOW)
            + " overhead counts from when a frame was due, the worker answers at once");
  }

  private static void measure(
      Run run, Report report, SyntheticPool pool, PingPong ping, int kilobytes)
      throws InterruptedException {
    Duration warmUp = Duration.ofMillis(run.choose(200, 500));
    Duration length = Duration.ofMillis(run.choose(700, 2_000));
    Duration openLength = Duration.ofMillis(run.choose(700, 3_000));
    ProcessorTime bareTime = ProcessorTime.from(ProcessorTime::here);
    LoadFigures bare = ping.run(new ClosedLoop(WINDOW), new Measurement(warmUp, length));
    double bareMs = bareTime.millisOf(bare.sent());
    ProcessorTime time = ProcessorTime.from(pool::processorTime);
    LoadFigures ceiling = pool.closed(kilobytes * 1_000, WINDOW, warmUp, length);
    double ms = time.millisOf(ceiling.sent());
    row(report, kilobytes, "ceiling", "frames/s", ceiling.perSecond(), bare.perSecond());
    row(report, kilobytes, "processor time", "ms/frame", ms, bareMs);
    double half = Math.max(1, Math.min(MOST_WANTED, ceiling.perSecond()) / 2);
    LoadFigures bareOpen = ping.run(new OpenLoop(half), new Measurement(warmUp, openLength));
    LoadFigures open = pool.open(kilobytes * 1_000, half, warmUp, openLength);
    String at = " at %.0f frames/s".formatted(half);
    row(report, kilobytes, "p50" + at, "ms", open.answered().p50Ms(), bareOpen.answered().p50Ms());
    row(report, kilobytes, "p99" + at, "ms", open.answered().p99Ms(), bareOpen.answered().p99Ms());
    row(
        report,
        kilobytes,
        "p99.9" + at,
        "ms",
        open.answered().p999Ms(),
        bareOpen.answered().p999Ms());
    report.note(
        String.format(
            Locale.ROOT,
            "%d kB: durable after %.1f ms (p50), %.1f ms (p99)",
            kilobytes,
            open.completed().p50Ms(),
            open.completed().p99Ms()));
  }

  private static void row(
      Report report, int kilobytes, String what, String unit, double value, double bare) {
    report.add(
        new Row(
            "%d kB %s".formatted(kilobytes, what),
            Figure.of(value),
            unit,
            REFERENCE,
            Figure.of(bare)));
  }
}
