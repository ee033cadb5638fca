package edgeai.benchmark.databases;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.load.LoadFigures;
import edgeai.benchmark.synthetic.NoOpWorker;
import edgeai.benchmark.synthetic.SyntheticPool;
import edgeai.common.fixture.TestPostgres;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The same coordinator with its ledger in PostgreSQL and in H2, both of this machine and both on
 * disk before they answer: results that become durable, and what reading them takes.
 */
public final class LedgerStores implements Benchmark {
  private static final int WINDOW = 32;
  private static final int PLACES = 64;
  private static final int BYTES = 1_000;
  private static final int READS = 20;
  private static final String REFERENCE = "the same in H2";

  /** Numbers of one database. */
  private record Found(double perSecond, double p50Ms, double p99Ms, double listMs, double sumMs) {}

  @Override
  public String name() {
    return "databases";
  }

  @Override
  public String description() {
    return "the ledger in PostgreSQL and in H2";
  }

  /** Its servers take longer to start than it takes to measure. */
  @Override
  public boolean isQuick() {
    return false;
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    run.progress(this, "H2");
    Found h2 = measure(run, Map.of());
    run.progress(this, "PostgreSQL");
    Found postgres;
    try (TestPostgres server =
        TestPostgres.start(Build.emptyFolder("bench-postgres").resolve("data"), true)) {
      server.create("bench", null);
      postgres = measure(run, server.settings("bench"));
    }
    row(report, "results stored", "a second", postgres.perSecond(), h2.perSecond());
    row(report, "a result is durable, p50", "ms", postgres.p50Ms(), h2.p50Ms());
    row(report, "a result is durable, p99", "ms", postgres.p99Ms(), h2.p99Ms());
    row(report, "the newest 2,000 results", "ms", postgres.listMs(), h2.listMs());
    row(report, "the ledger of all jobs", "ms", postgres.sumMs(), h2.sumMs());
    report.note(
        "%d frames in the coordinator at a time, each waited for; medians of %d reads"
            .formatted(WINDOW, READS));
  }

  private static Found measure(Run run, Map<String, String> settings) throws Exception {
    Duration warmUp = Duration.ofMillis(run.choose(2_000, 5_000));
    Duration length = Duration.ofMillis(run.choose(2_000, 8_000));
    try (SyntheticPool pool = SyntheticPool.start(run, settings)) {
      pool.add(List.of(new NoOpWorker(0, PLACES)));
      // the first frames of a server take seconds
      pool.closed(BYTES, WINDOW, Duration.ZERO, warmUp);
      LoadFigures figures = pool.closed(BYTES, WINDOW, warmUp, length);
      return new Found(
          figures.perSecond(),
          figures.completed().p50Ms(),
          figures.completed().p99Ms(),
          read(pool.http(), "/results"),
          read(pool.http(), "/ledger"));
    }
  }

  private static double read(Http http, String path) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < 2 * READS; i++) {
      long began = System.nanoTime();
      http.get(path).expect(200);
      if (i >= READS) {
        millis.add((System.nanoTime() - began) / 1e6);
      }
    }
    Collections.sort(millis);
    return millis.get(millis.size() / 2);
  }

  private static void row(Report report, String what, String unit, double value, double h2) {
    report.add(new Row(what, Figure.of(value), unit, REFERENCE, Figure.of(h2)));
  }
}
