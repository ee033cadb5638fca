package edgeai.benchmark.efficiency;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.loop.LoopProcess;
import edgeai.benchmark.servers.ServerCosts;
import edgeai.benchmark.viewers.Viewers;
import edgeai.common.vision.BareInference;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Frames per second of a job, from the first byte of its upload to its end, over what the model
 * alone and a plain program do on the same cores, before and after it.
 */
public final class Efficiency implements Benchmark {

  /** Of the plain program, before and after a job. */
  private static final int LOOP_FRAMES = 100;

  /** What a server does after a job, such as having a decoder ready, is soon over. */
  private static final long SETTLED_MS = 1_500;

  @Override
  public String name() {
    return "efficiency";
  }

  @Override
  public String description() {
    return "frames a second of a job, beside bare session.run and a plain program";
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    Map<String, Account> accounts = new LinkedHashMap<>();
    film(run, report, Film.street(run), true, accounts);
    if (run.quick()) {
      report.note("--quick: not with remote workers, and every third frame of one clip only");
    } else {
      List<Film> others = Film.ofSamples(run);
      if (others.size() < Film.OF_SAMPLES) {
        report.note(
            "with the project's clip alone or some of the samples: EDGE_SAMPLES names no folder"
                + " with all of them, or MODEL is set");
      }
      for (Film film : others) {
        film(run, report, film, false, accounts);
      }
    }
    report.note(
        "where a frame's time went, ms" + table(accounts, Waterfall.STAGES, Account::waterfall));
    report.note(
        "a queue's time is waiting for a place, at most as long as 72 frames take;"
            + " stages of one frame overlap with those of others");
    report.note(
        "whose processor time a frame took, ms"
            + table(accounts, ProcessorShares.COLUMNS, Account::shares));
  }

  /**
   * One film with its model in all arrangements.
   *
   * @param leave whether the servers are left to the benchmarks that follow
   */
  private void film(
      Run given, Report report, Film film, boolean leave, Map<String, Account> accounts)
      throws Exception {
    Run run = given.withModel(film.model());
    run.progress(this, film.title() + ": looking for the callers and threads that infer most");
    Sharing sharing = Sharing.fastest(run, run.provider());
    try (BareInference bare = sharing.bare(run, run.provider());
        LoopProcess loop = LoopProcess.start(run, sharing)) {
      loop.pass(film.warmUp(), film.warmUpFps(), LOOP_FRAMES);
      References references = new References(bare, loop, on(run) + sharing.text());
      run.progress(this, film.title() + ": starting a coordinator that infers itself");
      try (Arrangement local = Arrangement.local(run, sharing)) {
        String title = film.title() + ": local worker";
        accounts.put(title, measure(run, report, film, references, title, local));
        if (leave) {
          local.leave(ServerCosts.COORDINATOR);
        }
      }
      if (!run.quick()) {
        remote(run, report, film, references, leave, sharing, accounts);
      }
    }
  }

  private void remote(
      Run run,
      Report report,
      Film film,
      References references,
      boolean leave,
      Sharing sharing,
      Map<String, Account> accounts)
      throws Exception {
    run.progress(this, film.title() + ": starting a coordinator and workers");
    try (Arrangement remote = Arrangement.remote(run, sharing)) {
      for (int workers : new int[] {1, 2}) {
        remote.workers(workers);
        String title = film.title() + (workers == 1 ? ": 1 remote worker" : ": 2 remote workers");
        Account account = measure(run, report, film, references, title, remote);
        accounts.put(title, account);
        report.add(
            Row.of(
                title + ", coordinator's processor time",
                Figure.of(account.coordinatorMillis()),
                "ms/frame"));
      }
      if (leave) {
        remote.leaveWorker();
        remote.leave(Viewers.COORDINATOR);
      }
    }
  }

  /** What jobs are held against; both have the session as the product opens it. */
  private record References(BareInference bare, LoopProcess loop, String sharing) {
    double loopRate(Film film) throws IOException {
      return loop.pass(film.clip(), film.sampleFps(), LOOP_FRAMES).framesPerSecond();
    }
  }

  /** Milliseconds a frame, by stage and by process. */
  private record Account(Map<String, Double> waterfall, Map<String, Double> shares) {

    /** Its child processes included. */
    double coordinatorMillis() {
      return shares.get("coordinator") + shares.get("decoder");
    }
  }

  private Account measure(
      Run run, Report report, Film film, References references, String title, Arrangement servers)
      throws Exception {
    List<Double> jobs = new ArrayList<>();
    List<Double> bares = new ArrayList<>();
    List<Double> loops = new ArrayList<>();
    // the JVM compiles what a job needs
    warmUp(report, film, title, servers);
    Waterfall waterfall = Waterfall.from(servers.servers());
    ProcessorShares shares = new ProcessorShares(servers);
    int rounds = run.all() ? 2 : 1;
    for (int round = 1; round <= rounds; round++) {
      run.progress(this, "%s: round %d of %d".formatted(title, round, rounds));
      bares.add(settled(references.bare()));
      loops.add(references.loopRate(film));
      shares.begin();
      TimedJob job = TimedJob.of(servers.coordinator(), film.clip(), film.sampleFps());
      shares.end(job.frames(), job.took());
      jobs.add(job.framesPerSecond());
      bares.add(settled(references.bare()));
      loops.add(references.loopRate(film));
    }
    report.add(row(title, jobs, "bare session.run, " + references.sharing(), bares));
    report.add(row(title, jobs, "bare loop, " + references.sharing(), loops));
    return new Account(
        waterfall.millis(), shares.millis(Figure.median(bares).number().orElseThrow()));
  }

  private static Row row(
      String title, List<Double> jobs, String reference, List<Double> references) {
    return new Row(title, Figure.median(jobs), "frames/s", reference, Figure.median(references));
  }

  /** What passes between coordinator and worker is counted meanwhile, where it can be. */
  private static void warmUp(Report report, Film film, String title, Arrangement servers)
      throws IOException {
    long before = servers.relay().map(CountingRelay::bytes).orElse(0L);
    TimedJob job = TimedJob.of(servers.coordinator(), film.warmUp(), film.warmUpFps());
    double kilobytes = 1e3 * job.frames();
    if (servers.relay().isPresent()) {
      report.add(
          new Row(
              title + ", on the wire",
              Figure.of((servers.relay().get().bytes() - before) / kilobytes),
              "kB/frame",
              "the video's own",
              Figure.of(Files.size(film.warmUp()) / kilobytes)));
    }
  }

  /** Of bare inference, after what a server still does when a job has ended. */
  private static double settled(BareInference bare) throws Exception {
    TimeUnit.MILLISECONDS.sleep(SETTLED_MS);
    return bare.framesPerSecond(Duration.ofSeconds(2));
  }

  private static String on(Run run) {
    return run.provider().equals("cpu") ? "" : run.provider() + ", ";
  }

  private static String table(
      Map<String, Account> accounts,
      List<String> columns,
      Function<Account, Map<String, Double>> part) {
    StringBuilder table = new StringBuilder("\n%-40s".formatted(""));
    columns.forEach(column -> table.append("%12s".formatted(column)));
    accounts.forEach(
        (arrangement, account) -> {
          table.append("\n%-40s".formatted(arrangement));
          columns.forEach(column -> table.append(cell(part.apply(account).get(column))));
        });
    return table.toString();
  }

  private static String cell(Double millis) {
    return millis == null ? "%12s".formatted("-") : "%12.2f".formatted(millis);
  }
}
