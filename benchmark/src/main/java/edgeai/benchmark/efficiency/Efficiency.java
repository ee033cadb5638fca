package edgeai.benchmark.efficiency;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.servers.ServerCosts;
import edgeai.benchmark.viewers.Viewers;
import edgeai.common.vision.BareInference;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.ServerProcess;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Frames per second of a job, from the first byte of its upload to its end, over what the model
 * alone does on the same cores, before and after it.
 */
public final class Efficiency implements Benchmark {

  private static final String ALL_FRAMES = "?sample_fps=0";
  private static final String HALF_OF_THEM = "?sample_fps=7.5";
  private static final String SOME_FRAMES = "?sample_fps=5";

  /** Whoever looks takes processor time from what is measured. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  /** From there on the end is to be seen at once, lest what comes after it be counted. */
  private static final double NEARLY_PCT = 95;

  /** What a server does after a job, such as having a decoder ready, is soon over. */
  private static final long SETTLED_MS = 1_500;

  @Override
  public String name() {
    return "efficiency";
  }

  @Override
  public String description() {
    return "frames a second of a job, beside bare session.run";
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    run.progress(this, "looking for the number of callers and threads that infers most");
    Sharing sharing = Sharing.fastest(run, run.provider());
    Map<String, Account> accounts = new LinkedHashMap<>();
    run.progress(this, "starting a coordinator that infers itself");
    try (Arrangement local = Arrangement.local(run, sharing)) {
      String title = "local worker";
      accounts.put(title, measure(run, report, sharing, title, local));
      local.leave(ServerCosts.COORDINATOR);
    }
    if (run.quick()) {
      report.note("--quick: not with remote workers, and every third frame only");
    } else {
      remote(run, report, sharing, accounts);
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

  private void remote(Run run, Report report, Sharing sharing, Map<String, Account> accounts)
      throws Exception {
    run.progress(this, "starting a coordinator and workers");
    try (Arrangement remote = Arrangement.remote(run, sharing)) {
      for (int workers : new int[] {1, 2}) {
        remote.workers(workers);
        String title = workers == 1 ? "1 remote worker" : workers + " remote workers";
        accounts.put(title, measure(run, report, sharing, title, remote));
      }
      remote.leave(Viewers.COORDINATOR);
    }
  }

  /** Milliseconds a frame, by stage and by process. */
  private record Account(Map<String, Double> waterfall, Map<String, Double> shares) {}

  private Account measure(
      Run run, Report report, Sharing sharing, String title, Arrangement servers) throws Exception {
    List<Double> jobs = new ArrayList<>();
    List<Double> bares = new ArrayList<>();
    try (BareInference bare = sharing.bare(run, run.provider())) {
      // the JVM compiles what a job needs
      job(run, servers.coordinator(), run.quick() ? SOME_FRAMES : HALF_OF_THEM);
      String frames = run.quick() ? SOME_FRAMES : ALL_FRAMES;
      Waterfall waterfall = Waterfall.from(servers.servers());
      ProcessorShares shares = new ProcessorShares(servers);
      int rounds = run.all() ? 2 : 1;
      for (int round = 1; round <= rounds; round++) {
        run.progress(this, "%s: round %d of %d".formatted(title, round, rounds));
        bares.add(settled(bare));
        shares.begin();
        Job job = job(run, servers.coordinator(), frames);
        shares.end(job.frames(), job.took());
        jobs.add(job.framesPerSecond());
        bares.add(settled(bare));
      }
      report.add(
          new Row(
              title,
              Figure.median(jobs),
              "frames/s",
              "bare session.run, " + on(run) + sharing.text(),
              Figure.median(bares)));
      return new Account(
          waterfall.millis(), shares.millis(Figure.median(bares).number().orElseThrow()));
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

  /** The servers and this process have one clock. */
  private static Job job(Run run, ServerProcess coordinator, String query) {
    JobClient jobs = new JobClient(coordinator.http());
    Instant began = Instant.now();
    String id = jobs.submit(run.clip(), query);
    jobs.await(id, Efficiency::isNearlyOver, LOOK_AGAIN);
    JsonObject job = jobs.awaitCompleted(id);
    return new Job(
        job.getJsonNumber("processed_frames").longValue(),
        Duration.between(began, Instant.parse(job.getString("completed_at"))));
  }

  private static boolean isNearlyOver(JsonObject job) {
    return job.getJsonNumber("progress_pct").doubleValue() >= NEARLY_PCT;
  }

  private record Job(long frames, Duration took) {
    double framesPerSecond() {
      return frames * 1e9 / took.toNanos();
    }
  }

  private static String table(
      Map<String, Account> accounts,
      List<String> columns,
      Function<Account, Map<String, Double>> part) {
    StringBuilder table = new StringBuilder("\n%-18s".formatted(""));
    columns.forEach(column -> table.append("%12s".formatted(column)));
    accounts.forEach(
        (arrangement, account) -> {
          table.append("\n%-18s".formatted(arrangement));
          columns.forEach(column -> table.append(cell(part.apply(account).get(column))));
        });
    return table.toString();
  }

  private static String cell(Double millis) {
    return millis == null ? "%12s".formatted("-") : "%12.2f".formatted(millis);
  }
}
