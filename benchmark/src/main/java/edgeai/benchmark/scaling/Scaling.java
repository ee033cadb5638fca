package edgeai.benchmark.scaling;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.synthetic.NoOpWorker;
import edgeai.benchmark.synthetic.SyntheticPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Frames a second of many places over those of one, of jobs and of single frames, and of a mixed
 * pool over those of its members alone. Workers infer nothing and answer after a fixed time.
 */
public final class Scaling implements Benchmark {
  private static final int DELAY_MS = 50;
  private static final List<Integer> PLACES = List.of(1, 4, 16, 64, 256);
  private static final int A_WORKER = 128;

  /** Beside the first worker: twice and ten times slower. */
  private static final List<Integer> SLOWER_MS = List.of(100, 500);

  private static final int MIXED_PLACES = 8;
  private static final int BYTES = 1_000;

  /** So that a place which is free has its next frame at once, as within a job. */
  private static final int WAITING = 32;

  @Override
  public String name() {
    return "scaling";
  }

  @Override
  public String description() {
    return "frames a second of many places, beside as many times those of one";
  }

  /** Its servers take longer to start than it takes to measure. */
  @Override
  public boolean isQuick() {
    return false;
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    new JobScaling(run, report).measure(this);
    List<NoOpWorker> members = new ArrayList<>();
    List<Integer> measured = PLACES;
    if (run.quick()) {
      measured = PLACES.subList(0, PLACES.size() - 1);
      members.add(new NoOpWorker(DELAY_MS, A_WORKER));
      report.note("--quick: not at 256 places, jobs at 16 only, no mixed pool");
    } else {
      members.add(new NoOpWorker(DELAY_MS, A_WORKER));
      members.add(new NoOpWorker(DELAY_MS, A_WORKER));
      SLOWER_MS.forEach(ms -> members.add(new NoOpWorker(ms, MIXED_PLACES)));
    }
    run.progress(this, "starting %d workers and a coordinator".formatted(members.size()));
    SyntheticPool pool = SyntheticPool.start(run);
    try {
      pool.add(members);
      uniform(run, report, pool, measured);
      if (!run.quick()) {
        mixed(run, report, pool);
      }
      pool.offer(new int[members.size()]);
    } catch (RuntimeException | Error e) {
      pool.close();
      throw e;
    }
    run.kept().keep(SyntheticPool.NAME, pool);
  }

  private void uniform(Run run, Report report, SyntheticPool pool, List<Integer> measured) {
    run.progress(this, "warming up");
    int most = measured.get(measured.size() - 1);
    rate(pool, shares(run, most / 4), Duration.ZERO, millis(run.choose(1_500, 4_000)));
    List<Integer> order = new ArrayList<>(measured);
    // again once the servers are warm: what all others are held against must not be too low
    order.add(1);
    Map<Integer, Double> rates = new HashMap<>();
    for (int places : order) {
      run.progress(this, "%d places of %d ms".formatted(places, DELAY_MS));
      Duration length = millis(run.choose(1_000, 2_000));
      rates.merge(places, rate(pool, shares(run, places), millis(300), length), Math::max);
    }
    double one = rates.get(1);
    report.add(Row.of("1 place", Figure.of(one), "frames/s"));
    for (int places : measured.subList(1, measured.size())) {
      report.add(
          row("E(%d)".formatted(places), rates.get(places), places + " x 1 place", places * one));
    }
    report.note(
        String.format(
            Locale.ROOT,
            "%d ms a frame; the most that went through at all was %.0f frames/s",
            DELAY_MS,
            Collections.max(rates.values())));
  }

  private void mixed(Run run, Report report, SyntheticPool pool) {
    double sum = 0;
    int[] all = new int[2 + SLOWER_MS.size()];
    for (int member : new int[] {0, 2, 3}) {
      run.progress(this, "mixed pool: one member alone");
      int[] offered = new int[all.length];
      offered[member] = MIXED_PLACES;
      all[member] = MIXED_PLACES;
      sum += rate(pool, offered, millis(500), millis(2_000));
    }
    run.progress(this, "mixed pool");
    double together = rate(pool, all, millis(500), millis(4_000));
    report.add(row("mixed pool, 50, 100 and 500 ms", together, "each alone, summed", sum));
  }

  /** The first worker has the places up to those of one, the second has what is left. */
  private static int[] shares(Run run, int places) {
    return run.quick()
        ? new int[] {places}
        : new int[] {Math.min(A_WORKER, places), Math.max(0, places - A_WORKER), 0, 0};
  }

  private static double rate(SyntheticPool pool, int[] offered, Duration warmUp, Duration length) {
    int places = 0;
    for (int each : offered) {
      places += each;
    }
    pool.offer(offered);
    return pool.closed(BYTES, places + WAITING, warmUp, length).perSecond();
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  private static Row row(String name, double rate, String reference, double ideal) {
    return new Row(name, Figure.of(rate), "frames/s", reference, Figure.of(ideal));
  }
}
