package edgeai.benchmark.viewers;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.servers.Started;
import edgeai.systemtests.fixture.ServerProcess;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What viewers get of a job of ten frames a second while one of them does not read, and what they
 * cost the job and its coordinator.
 */
public final class Viewers implements Benchmark {
  /** A coordinator that infers nothing itself and has no workers. */
  public static final String COORDINATOR = "coordinator without workers";

  private static final String RATE = "frames/s";
  private static final String NONE = "no viewers";
  private static final String BEFORE = "before they came";
  private static final double MEGABYTE = 1e6;

  @Override
  public String name() {
    return "viewers";
  }

  @Override
  public String description() {
    return "what viewers of the live stream get, and what they cost";
  }

  /** Its servers take longer to start than it takes to measure. */
  @Override
  public boolean isQuick() {
    return false;
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    Started coordinator = run.kept().take(COORDINATOR, Started.class, () -> start(run));
    try {
      watch(run, report, new Cinema(run, coordinator.server()));
    } catch (Exception | Error e) {
      coordinator.close();
      throw e;
    }
    run.kept().keep(COORDINATOR, coordinator);
  }

  private void watch(Run run, Report report, Cinema cinema) throws Exception {
    int[] sizes = run.quick() ? new int[] {200} : new int[] {1, 50, 200, 500};
    int most = sizes[sizes.length - 1];
    // the first frames are those that the JVM compiles its code by
    cinema.unlimited(1);
    int threads = cinema.coordinator().usage().threads();
    long residentBytes = cinema.coordinator().usage().residentBytes();
    TreeMap<Integer, Show> shows = new TreeMap<>();
    for (int viewers : sizes) {
      run.progress(this, viewers + (viewers == 1 ? " viewer" : " viewers"));
      shows.put(viewers, cinema.paced(viewers));
    }
    run.progress(this, NONE);
    shows.put(0, cinema.paced(0));
    for (int viewers : sizes) {
      rates(report, viewers, shows);
    }
    memory(report, most, shows.get(most), threads, residentBytes);
    processorTime(report, most, shows);
    if (!run.quick()) {
      unlimited(run, report, cinema, most);
    }
    report.note("processor time and bytes of all viewers" + table(shows));
  }

  private Started start(Run run) {
    run.progress(this, "starting a coordinator");
    return Started.by(
        () ->
            ServerProcess.coordinator(
                "bench-viewers", Map.of("LOCAL_WORKER", "false", "MALLOC_ARENA_MAX", "2")));
  }

  private static void rates(Report report, int viewers, Map<Integer, Show> shows) {
    Show show = shows.get(viewers);
    Figure median = Figure.median(show.viewerRates());
    Figure job = Figure.of(show.jobRate());
    report.add(new Row(viewers + ": median viewer", median, RATE, "the job", job));
    if (viewers > 1) {
      Figure slowest = Figure.of(Collections.min(show.viewerRates()));
      report.add(new Row(viewers + ": slowest viewer", slowest, RATE, "median viewer", median));
    }
    report.add(new Row(viewers + ": job", job, RATE, NONE, Figure.of(shows.get(0).jobRate())));
  }

  private static void memory(
      Report report, int viewers, Show show, int threadsBefore, long residentBefore) {
    report.add(
        new Row(
            viewers + ": threads",
            Figure.of(show.threads()),
            "",
            BEFORE,
            Figure.of(threadsBefore)));
    report.add(
        new Row(
            viewers + ": resident",
            Figure.of(show.residentBytes() / MEGABYTE),
            "MB",
            BEFORE,
            Figure.of(residentBefore / MEGABYTE)));
  }

  private static void processorTime(Report report, int viewers, Map<Integer, Show> shows) {
    Show all = shows.get(viewers);
    double millis = all.serverMillis() - shows.get(0).serverMillis();
    report.add(
        Row.of(viewers + ": processor time of a viewer", Figure.of(millis / viewers), "ms/s"));
    report.add(
        Row.of(
            viewers + ": processor time of a picture sent",
            Figure.of(millis * 1000 / all.pictures()),
            "us"));
  }

  private void unlimited(Run run, Report report, Cinema cinema, int viewers) throws IOException {
    run.progress(this, "a job that is not held back");
    Figure none = Figure.of(cinema.unlimited(0));
    Figure watched = Figure.of(cinema.unlimited(viewers));
    report.add(new Row(viewers + ": job not held back", watched, RATE, NONE, none));
  }

  private static String table(Map<Integer, Show> shows) {
    StringBuilder table =
        new StringBuilder(
            "\n%-10s%20s%20s%14s%10s"
                .formatted(
                    "viewers", "coordinator, ms/s", "benchmark, ms/s", "pictures/s", "MB/s"));
    shows.forEach(
        (viewers, show) ->
            table.append(
                "\n%-10d%20.0f%20.0f%14.0f%10.1f"
                    .formatted(
                        viewers,
                        show.serverMillis(),
                        show.ownMillis(),
                        show.pictures(),
                        show.megabytes())));
    return table.toString();
  }
}
