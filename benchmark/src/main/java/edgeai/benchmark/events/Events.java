package edgeai.benchmark.events;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Run;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Events a second at an admin server, and what reads of totals cost however many rows there are.
 */
public final class Events implements Benchmark {
  private static final List<Long> QUICK = List.of(10_000L);
  private static final List<Long> FULL = List.of(10_000L, 1_000_000L);
  private static final List<Long> ALL = List.of(10_000L, 1_000_000L, 10_000_000L);

  @Override
  public String name() {
    return "events";
  }

  @Override
  public String description() {
    return "events a second, and reads beside a million rows";
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    List<Long> sizes = run.quick() ? QUICK : run.all() ? ALL : FULL;
    List<Subject> subjects =
        run.quick() ? List.of(Subject.ADMIN) : List.of(Subject.ADMIN, Subject.COORDINATOR);
    run.progress(this, "making rows");
    try (Databases databases = Databases.make(subjects, sizes, made -> run.progress(this, made))) {
      for (Subject subject : subjects) {
        measure(subject, sizes, databases, run, report);
      }
    }
    if (run.quick()) {
      report.note("--quick: what reads cost with more rows is not measured");
    }
  }

  private void measure(
      Subject subject, List<Long> sizes, Databases databases, Run run, Report report)
      throws Exception {
    Growth growth = new Growth();
    for (long rows : sizes) {
      run.progress(this, "%s with %s".formatted(subject.title(), Growth.words(rows)));
      try (ServerProcess server =
          start(subject, run, databases.folder(subject, rows), rows, growth)) {
        if (!run.quick()) {
          read(subject, server.http(), rows, growth);
        }
        if (subject == Subject.ADMIN && rows == sizes.get(0)) {
          new Storm(this, run, report, server).measure();
        }
      }
    }
    growth.report(report);
  }

  private static ServerProcess start(
      Subject subject, Run run, Path data, long rows, Growth growth) {
    long began = System.nanoTime();
    ServerProcess server =
        subject.start(
            Map.of(
                "MODEL",
                run.model().toAbsolutePath().toString(),
                "MALLOC_ARENA_MAX",
                "2",
                "LOCAL_WORKER",
                "false",
                "DATA_DIR",
                data.toString()));
    try {
      server.awaitReady();
      growth.add(
          rows, subject.title() + " ready", Figure.of((System.nanoTime() - began) / 1e9), "s");
      subject.require(server, rows);
      return server;
    } catch (RuntimeException | Error e) {
      server.close();
      throw e;
    }
  }

  private static void read(Subject subject, Http http, long rows, Growth growth) {
    for (String path : subject.totals()) {
      Reads reads = Reads.of(http, path, false);
      growth.add(rows, "GET " + path, reads.median(), "ms");
      growth.add(rows, "GET " + path + ", p99", reads.p99(), "ms");
    }
    for (String path : subject.lists()) {
      growth.add(rows, "GET " + path, Reads.of(http, path, true).median(), "ms");
    }
  }
}
