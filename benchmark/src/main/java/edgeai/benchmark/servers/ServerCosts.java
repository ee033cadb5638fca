package edgeai.benchmark.servers;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.events.Events;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.ServerProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** What a server costs: seconds until it can work, memory, and a large upload. */
public final class ServerCosts implements Benchmark {

  /** A coordinator that infers itself, with callers and threads that infer most. */
  public static final String COORDINATOR = "coordinator";

  /** A worker that infers with all hardware threads; it may have ended. */
  public static final String WORKER = "worker";

  private static final double MEGABYTE = 1e6;
  private static final int CHUNK = 1 << 20;

  @Override
  public String name() {
    return "servers";
  }

  @Override
  public String description() {
    return "start, memory and a large upload";
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    Map<String, String> settings =
        Map.of("MODEL", run.model().toAbsolutePath().toString(), "MALLOC_ARENA_MAX", "2");
    Started admin = start(run, "admin", () -> ServerProcess.admin("bench-admin", settings));
    add(report, "admin", admin);
    run.kept().keep(Events.ADMIN, admin);
    Supplier<ServerProcess> one = () -> ServerProcess.coordinator("bench-coordinator", settings);
    try (Started coordinator =
        run.kept().take(COORDINATOR, Started.class, () -> start(run, "coordinator", one))) {
      add(report, "coordinator", coordinator);
      if (!run.quick()) {
        worker(run, report, coordinator.server().url(), settings);
      }
      upload(run, report, coordinator.server());
    }
  }

  private void worker(Run run, Report report, String coordinator, Map<String, String> settings)
      throws Exception {
    Supplier<ServerProcess> one = () -> ServerProcess.worker("bench-worker", coordinator, settings);
    try (Started worker = run.kept().take(WORKER, Started.class, () -> start(run, "worker", one))) {
      add(report, "worker", worker);
    }
  }

  private Started start(Run run, String which, Supplier<ServerProcess> starter) {
    run.progress(this, "starting " + which);
    return Started.by(starter);
  }

  private static void add(Report report, String which, Started server) {
    report.add(Row.of(which + " ready after", Figure.of(server.seconds()), "s"));
    report.add(Row.of(which + " resident", Figure.of(server.residentBytes() / MEGABYTE), "MB"));
  }

  private void upload(Run run, Report report, ServerProcess coordinator) throws IOException {
    long bytes = (long) run.choose(200, 2_000) * 1_000_000;
    run.progress(this, "an upload of %d MB".formatted(bytes / 1_000_000));
    double written = writeMegabytesPerSecond(run.scratch().resolve("written"), bytes);
    LargeUpload upload = new LargeUpload(run.clip(), bytes);
    double before = HeapWatch.bytes(coordinator);
    try (HeapWatch heap = new HeapWatch(coordinator)) {
      long began = System.nanoTime();
      Reply taken =
          coordinator
              .http()
              .send("POST", "/upload-video", LargeUpload.CONTENT_TYPE, upload.body())
              .expect(200);
      double rate = bytes / MEGABYTE / ((System.nanoTime() - began) / 1e9);
      report.add(
          new Row(
              "upload of %d MB".formatted(bytes / 1_000_000),
              Figure.of(rate),
              "MB/s",
              "a file written",
              Figure.of(written)));
      report.add(
          new Row(
              "heap during the upload",
              Figure.of(heap.largest() / MEGABYTE),
              "MB",
              "before",
              Figure.of(before / MEGABYTE)));
      String job = taken.object().getString("job_id");
      coordinator.http().delete("/jobs/" + job);
      new JobClient(coordinator.http()).awaitEnd(job);
    }
  }

  /** The same bytes from this process into a file on the same disk, without a flush. */
  private static double writeMegabytesPerSecond(Path file, long bytes) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long began = System.nanoTime();
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long left = bytes; left > 0; left -= CHUNK) {
        out.write(chunk, 0, (int) Math.min(CHUNK, left));
      }
    } finally {
      Files.deleteIfExists(file);
    }
    return bytes / MEGABYTE / ((System.nanoTime() - began) / 1e9);
  }
}
