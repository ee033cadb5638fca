package edgeai.cli.soak;

import edgeai.cli.client.PoolClient;
import edgeai.cli.client.Web;
import edgeai.cli.console.Console;
import edgeai.cli.console.Progress;
import edgeai.cli.follow.ServerWatch;
import edgeai.cli.run.RunFile;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Keeps servers at work for long, disturbs them now and then, and shows what it does to them. */
public final class Soak {
  private static final long PAUSE_MS = 1_000;
  private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);

  private final Console console;
  private final SoakOrder order;
  private final List<ServerWatch> watches;
  private final SoakRecord samples = new SoakRecord(Clock.systemUTC().instant());
  private final SoakLoad load;
  private final Freezer freezer;
  private final SoakSampler sampler;
  private final SoakReport report;
  private boolean isReported;

  public Soak(Console console, Web web, SoakOrder order, List<ServerWatch> watches)
      throws IOException {
    List<RunFile> servers = watches.stream().map(ServerWatch::server).toList();
    PoolClient coordinator =
        new PoolClient(
            web,
            servers.stream().filter(RunFile::isCoordinator).findFirst().orElseThrow().address());
    this.console = console;
    this.order = order;
    this.watches = watches;
    this.load = new SoakLoad(console, coordinator, order.clip());
    this.freezer = new Freezer(console, servers.stream().filter(RunFile::isWorker).toList());
    this.sampler = new SoakSampler(console, web, servers, coordinator, order.data());
    this.report =
        new SoakReport(
            order.into(),
            samples,
            servers.stream().map(RunFile::name).toList(),
            Clock.systemDefaultZone());
  }

  /** Gives 0 where all servers stayed and the ledger was seen and always balanced, else 1. */
  public int run() throws InterruptedException {
    Progress progress = new Progress(console, "soak", "soak", BETWEEN_LINES);
    long start = System.nanoTime();
    long nextSample = start;
    long end = start + order.length().toNanos();
    while (System.nanoTime() < end && !isServerGone()) {
      load.look();
      freezer.look();
      if (System.nanoTime() >= nextSample) {
        nextSample += BETWEEN_SAMPLES.toNanos();
        take(sampler.sample(freezer.frozen()));
      }
      Duration passed = Duration.ofNanos(System.nanoTime() - start);
      progress.show(100.0 * passed.toMillis() / order.length().toMillis(), words(passed));
      Thread.sleep(PAUSE_MS);
    }
    progress.end();
    finish();
    boolean isBalanced = samples.answers() > 0 && samples.unbalanced() == 0;
    return isBalanced && !isServerGone() ? 0 : 1;
  }

  private void take(SoakSample sample) {
    samples.add(sample);
    try {
      report.write(sample);
    } catch (IOException e) {
      console.event("soak", "a sample could not be written: " + e.getMessage());
    }
  }

  private String words(Duration passed) {
    List<SoakSample> all = samples.samples();
    String ledger =
        all.getLast().balanced().map(is -> is ? "balanced" : "NOT BALANCED").orElse("-");
    return "%d:%02d of %d min, %d jobs, %.0f frames, %d freezes, ledger %s"
        .formatted(
            passed.toMinutes(),
            passed.toSecondsPart(),
            order.length().toMinutes(),
            load.uploaded(),
            samples.frames(),
            freezer.count(),
            ledger);
  }

  private boolean isServerGone() {
    return watches.stream().anyMatch(ServerWatch::isOver);
  }

  /** A soak that is broken off shows what it has so far. */
  public synchronized void finish() {
    if (isReported) {
      return;
    }
    isReported = true;
    try {
      freezer.release();
      report.finish().forEach(console::print);
    } catch (IOException e) {
      console.event("soak", "its end could not be written: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
