package edgeai.systemtests.fuzz;

import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Reply;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Jobs that come of what is tried: how they end, and that nothing of them is lost or twice. */
final class Jobs {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final Http http;

  Jobs(Http http) {
    this.http = http;
  }

  /** Waits for the end of a job, removes it, and gives what is not in order. */
  List<String> end(String id, Optional<Integer> frames) {
    List<String> faults = new ArrayList<>();
    JsonObject job = await("the end of job " + id).atMost(LIMIT).until(() -> job(id), Jobs::isOver);
    boolean failed = job.getString("status").equals("failed");
    if (failed && (job.isNull("error") || job.getString("error").isBlank())) {
      faults.add("a job that failed without a reason: " + job);
    }
    faults.addAll(counted(job, new JobClient(http).frames(id)));
    frames.ifPresent(
        due -> {
          if (failed || job.getInt("processed_frames") != due || job.getInt("failed_frames") != 0) {
            faults.add("%d frames are due: %s".formatted(due, job));
          }
        });
    Reply removed = http.delete("/jobs/" + id);
    if (removed.status() != 200) {
      faults.add("cannot be removed: " + removed.text());
    }
    return faults;
  }

  private static List<String> counted(JsonObject job, List<JsonObject> frames) {
    long ids = frames.stream().map(JobClient::frameId).distinct().count();
    long completed = frames.stream().filter(frame -> is(frame, "completed")).count();
    long explained =
        frames.stream()
            .filter(frame -> is(frame, "failed") && !JsonValue.NULL.equals(frame.get("error")))
            .count();
    boolean balanced =
        ids == frames.size()
            && completed == job.getInt("processed_frames")
            && explained == job.getInt("failed_frames")
            && completed + explained == frames.size();
    return balanced
        ? List.of()
        : List.of("%d frames listed, %d of them others: %s".formatted(frames.size(), ids, job));
  }

  private static boolean is(JsonObject frame, String status) {
    return frame.getString("status").equals(status);
  }

  private JsonObject job(String id) {
    return http.get("/jobs/" + id).expect(200).object();
  }

  private static boolean isOver(JsonObject job) {
    return !job.isNull("completed_at");
  }
}
