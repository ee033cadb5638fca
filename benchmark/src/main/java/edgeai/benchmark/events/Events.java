package edgeai.benchmark.events;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Run;
import edgeai.benchmark.servers.Started;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Events a second at an admin server, and what reads of totals cost however many rows there are.
 */
public final class Events implements Benchmark {
  /** An admin server that has stored nothing yet. */
  public static final String ADMIN = "admin";

  private static final List<Long> MANY = List.of(10_000L, 1_000_000L);
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
    try (Started admin = run.kept().take(ADMIN, Started.class, () -> startAdmin(run))) {
      new Storm(this, run, report, admin.server()).measure();
    }
    if (run.quick()) {
      report.note("--quick: what reads cost with more rows is not measured");
      return;
    }
    List<Subject> subjects = List.of(Subject.values());
    List<Long> sizes = run.all() ? ALL : MANY;
    run.progress(this, "making rows");
    try (Databases databases = Databases.make(subjects, sizes, made -> run.progress(this, made))) {
      for (Subject subject : subjects) {
        measure(subject, sizes, databases, run, report);
      }
    }
  }

  private Started startAdmin(Run run) {
    run.progress(this, "starting an admin server");
    return Started.by(() -> ServerProcess.admin("bench-admin", Map.of("MALLOC_ARENA_MAX", "2")));
  }

  private void measure(
      Subject subject, List<Long> sizes, Databases databases, Run run, Report report)
      throws Exception {
    Growth growth = new Growth();
    for (long rows : sizes) {
      run.progress(this, "%s with %s".formatted(subject.title(), Growth.words(rows)));
      Map<String, String> settings = settings(run, databases.folder(subject, rows));
      try (Started started = Started.by(() -> subject.start(settings))) {
        growth.add(rows, subject.title() + " ready", Figure.of(started.seconds()), "s");
        subject.require(started.server(), rows);
        read(subject, started.server().http(), rows, growth);
      }
    }
    growth.report(report);
  }

  private static Map<String, String> settings(Run run, Path data) {
    return Map.of(
        "MODEL",
        run.model().toAbsolutePath().toString(),
        "MALLOC_ARENA_MAX",
        "2",
        "LOCAL_WORKER",
        "false",
        "DATA_DIR",
        data.toString());
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
