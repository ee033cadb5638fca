package edgeai.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import edgeai.cli.client.PoolClient;
import edgeai.cli.client.Web;
import edgeai.cli.console.Console;
import edgeai.cli.console.Progress;
import edgeai.cli.follow.ServerWatch;
import edgeai.cli.run.RunFile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Uploads a video, follows its job to the end and shows what was found and by whom. */
public final class Demo {
  private static final String FOR_REAL_VIDEO =
      "for real video, and the model for it: ./edge demo video.mp4, or ./edge up";

  private static final long PAUSE_MS = 500;

  /** The last resort, on the busiest machine; a coordinator that has ended is noticed at once. */
  private static final Duration STANDSTILL_LIMIT = Duration.ofMinutes(15);

  private static final Duration SILENCE_LIMIT = Duration.ofMinutes(5);

  private final Console console;
  private final DemoOrder order;
  private final List<ServerWatch> watches;
  private final PoolClient coordinator;

  public Demo(Console console, Web web, DemoOrder order, List<ServerWatch> watches) {
    this.console = console;
    this.order = order;
    this.watches = watches;
    this.coordinator =
        new PoolClient(
            web,
            watches.stream()
                .map(ServerWatch::server)
                .filter(RunFile::isCoordinator)
                .findFirst()
                .orElseThrow()
                .address());
  }

  /** Gives 0 where the job completed, else 1. */
  public int run() throws InterruptedException {
    try {
      Optional<GroundTruth> truth = order.truth();
      String id = upload();
      JsonNode job = follow(id);
      boolean completed = job.path("status").asText().equals("completed");
      if (job.path("processed_frames").asInt() > 0) {
        JobTables.of(coordinator, id, truth).forEach(console::print);
      }
      console.event("demo", JobLine.ending(job));
      if (truth.isPresent()) {
        console.event("demo", FOR_REAL_VIDEO);
      }
      return completed ? 0 : 1;
    } catch (IOException e) {
      console.progress("");
      console.event("demo", "failed: " + e.getMessage());
      return 1;
    }
  }

  private String upload() throws IOException, InterruptedException {
    String name = order.video().getFileName().toString();
    Progress progress = new Progress(console, "upload");
    String id =
        coordinator.upload(
            order.video(), order.sampleFps(), percent -> progress.show(percent, name));
    progress.end();
    console.event("demo", "%s uploaded, job %s".formatted(name, id));
    return id;
  }

  private JsonNode follow(String id) throws IOException, InterruptedException {
    Progress progress = new Progress(console, "frames");
    long moved = System.nanoTime();
    long heard = moved;
    double settled = -1;
    while (true) {
      try {
        JsonNode job = coordinator.job(id);
        heard = System.nanoTime();
        if (settled != JobLine.settled(job)) {
          settled = JobLine.settled(job);
          moved = heard;
        }
        if (List.of("completed", "failed").contains(job.path("status").asText())) {
          progress.end();
          return job;
        }
        progress.show(job.path("progress_pct").asDouble(), JobLine.progress(job));
      } catch (IOException e) {
        if (System.nanoTime() - heard > SILENCE_LIMIT.toNanos() || isCoordinatorGone()) {
          throw new IOException("the coordinator does not answer any more", e);
        }
      }
      if (System.nanoTime() - moved > STANDSTILL_LIMIT.toNanos()) {
        throw new IOException(
            "job %s did not move for %d s".formatted(id, STANDSTILL_LIMIT.toSeconds()));
      }
      Thread.sleep(PAUSE_MS);
    }
  }

  private boolean isCoordinatorGone() {
    return watches.stream().anyMatch(watch -> watch.server().isCoordinator() && watch.isOver());
  }
}
