package edgeai.benchmark.efficiency;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.loop.LoopFigures;
import edgeai.benchmark.servers.ServerCosts;
import edgeai.benchmark.viewers.Viewers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One film with its model: jobs of it in all arrangements, beside what they are held against. */
final class Screening {
  private final Benchmark benchmark;
  private final Run run;
  private final Report report;
  private final Film film;
  private final Map<String, FrameAccount> accounts = new LinkedHashMap<>();
  private boolean leave;

  /**
   * @param benchmark whose progress is told
   */
  Screening(Benchmark benchmark, Run given, Report report, Film film) {
    this.benchmark = benchmark;
    this.run = given.withModel(film.model());
    this.report = report;
    this.film = film;
  }

  /** Its servers are left to the benchmarks that follow. */
  Screening leavingServers() {
    leave = true;
    return this;
  }

  /** Measures; gives what a frame took, by arrangement. */
  Map<String, FrameAccount> measure() throws Exception {
    tell("looking for the number of callers and threads that infers most");
    Sharing sharing = Sharing.fastest(run, run.provider());
    try (FilmReferences references = new FilmReferences(run, film, sharing)) {
      tell("starting a coordinator that infers itself");
      try (Arrangement local = Arrangement.local(run, sharing)) {
        measure(references, "local worker", local);
        if (leave) {
          local.leave(ServerCosts.COORDINATOR);
        }
      }
      if (!run.quick()) {
        remote(references, sharing);
      }
    }
    return accounts;
  }

  private void remote(FilmReferences references, Sharing sharing) throws Exception {
    tell("starting a coordinator and workers");
    try (Arrangement remote = Arrangement.remote(run, sharing)) {
      for (int workers : new int[] {1, 2}) {
        remote.workers(workers);
        String name = workers == 1 ? "1 remote worker" : workers + " remote workers";
        FrameAccount account = measure(references, name, remote);
        report.add(
            Row.of(
                title(name) + ", the coordinator's part",
                Figure.of(account.coordinatorMillis()),
                "ms/frame"));
      }
      if (leave) {
        remote.leaveWorker();
        remote.leave(Viewers.COORDINATOR);
      }
    }
  }

  private FrameAccount measure(FilmReferences references, String name, Arrangement servers)
      throws Exception {
    List<Double> jobs = new ArrayList<>();
    List<Double> bares = new ArrayList<>();
    List<LoopFigures> loops = new ArrayList<>();
    // the JVM compiles what a job needs
    warmUp(name, servers);
    Waterfall waterfall = Waterfall.from(servers.servers());
    ProcessorShares shares = new ProcessorShares(servers);
    int rounds = run.all() ? 2 : 1;
    for (int round = 1; round <= rounds; round++) {
      tell("%s, round %d of %d".formatted(name, round, rounds));
      bares.add(references.settledBareRate());
      loops.add(references.loop());
      shares.begin();
      TimedJob job = TimedJob.of(servers.coordinator(), film.clip(), film.sampleFps());
      shares.end(job.frames(), job.took());
      jobs.add(job.framesPerSecond());
      bares.add(references.settledBareRate());
      loops.add(references.loop());
    }
    Figure rate = Figure.median(jobs);
    Figure bare = Figure.median(bares);
    String session = references.named("bare session.run");
    report.add(new Row(title(name), rate, "frames/s", session, bare));
    String loop = references.named("bare loop");
    Figure loopRate = Figure.median(loops.stream().map(LoopFigures::framesPerSecond).toList());
    report.add(new Row(title(name), rate, "frames/s", loop, loopRate));
    FrameAccount account =
        new FrameAccount(waterfall.millis(), shares.millis(bare.number().orElseThrow()));
    report.add(
        new Row(
            title(name) + ", processor time",
            Figure.of(account.serversMillis()),
            "ms/frame",
            loop,
            Figure.median(loops.stream().map(LoopFigures::processorMillis).toList())));
    accounts.put(title(name), account);
    return account;
  }

  /** What passes between coordinator and worker is counted meanwhile, where it can be. */
  private void warmUp(String name, Arrangement servers) throws IOException {
    long before = servers.relay().map(CountingRelay::bytes).orElse(0L);
    TimedJob job = TimedJob.of(servers.coordinator(), film.warmUp(), film.warmUpFps());
    double kilobytes = 1e3 * job.frames();
    if (servers.relay().isPresent()) {
      report.add(
          new Row(
              title(name) + ", on the wire",
              Figure.of((servers.relay().get().bytes() - before) / kilobytes),
              "kB/frame",
              "the video's own",
              Figure.of(Files.size(film.warmUp()) / kilobytes)));
    }
  }

  private String title(String arrangement) {
    return film.title() + ": " + arrangement;
  }

  private void tell(String what) {
    run.progress(benchmark, title(what));
  }
}
