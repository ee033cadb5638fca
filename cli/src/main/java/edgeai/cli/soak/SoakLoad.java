package edgeai.cli.soak;

import com.fasterxml.jackson.databind.JsonNode;
import edgeai.cli.client.PoolClient;
import edgeai.cli.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps a coordinator at work: a next job whenever few are open, and none that is old. */
final class SoakLoad {
  private static final int OPEN = 2;
  private static final int KEPT = 20;

  private final Console console;
  private final PoolClient coordinator;
  private final Path clip;
  private int uploaded;
  private String lastTrouble = "";

  SoakLoad(Console console, PoolClient coordinator, Path clip) {
    this.console = console;
    this.coordinator = coordinator;
    this.clip = clip;
  }

  int uploaded() {
    return uploaded;
  }

  /** Looks after the jobs; what goes wrong is told once, and tried again with the next look. */
  void look() throws InterruptedException {
    try {
      List<JsonNode> jobs = new ArrayList<>();
      coordinator.newestJobs().forEach(jobs::add);
      long open = jobs.stream().filter(job -> !hasEnded(job)).count();
      for (; open < OPEN; open++) {
        coordinator.upload(clip, "", percent -> {});
        uploaded++;
      }
      for (JsonNode job : jobs.subList(Math.min(KEPT, jobs.size()), jobs.size())) {
        if (hasEnded(job)) {
          coordinator.deleteJob(job.path("job_id").asText());
        }
      }
      lastTrouble = "";
    } catch (IOException e) {
      tell("the load rests: " + e.getMessage());
    }
  }

  private void tell(String trouble) {
    if (!trouble.equals(lastTrouble)) {
      lastTrouble = trouble;
      console.event("soak", trouble);
    }
  }

  private static boolean hasEnded(JsonNode job) {
    return List.of("completed", "failed").contains(job.path("status").asText());
  }
}
