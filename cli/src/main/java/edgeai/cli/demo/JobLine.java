package edgeai.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Says in words how a job stands. */
final class JobLine {
  private JobLine() {}

  static double settled(JsonNode job) {
    return job.path("processed_frames").asDouble() + job.path("failed_frames").asDouble();
  }

  static String progress(JsonNode job) {
    double total = job.path("total_frames").asDouble();
    double fps = job.path("fps").asDouble();
    String counts = "%.0f of %.0f frames".formatted(settled(job), total);
    if (fps <= 0) {
      return counts;
    }
    long left = Math.round(Math.max(0, total - settled(job)) / fps);
    return "%s, %.1f fps, %d:%02d left".formatted(counts, fps, left / 60, left % 60);
  }

  static String ending(JsonNode job) {
    StringBuilder line = new StringBuilder();
    line.append("job ").append(job.path("status").asText("ended"));
    line.append(
        ": %.0f of %.0f frames, %.0f detections"
            .formatted(
                job.path("processed_frames").asDouble(),
                job.path("total_frames").asDouble(),
                job.path("detections_found").asDouble()));
    double seconds = seconds(job);
    if (seconds > 0) {
      line.append(" in %.1f s, %.1f fps".formatted(seconds, settled(job) / seconds));
    }
    double reused = job.path("reused_frames").asDouble();
    if (reused > 0) {
      line.append("; %.0f frames showed nothing new".formatted(reused));
    }
    for (String field : List.of("error", "warning")) {
      String text = job.path(field).asText("");
      line.append(text.isEmpty() ? "" : "; " + text);
    }
    String way = job.path("mode_reason").asText("");
    line.append(way.isEmpty() ? "" : "; sent frame by frame: " + way);
    return line.toString();
  }

  private static double seconds(JsonNode job) {
    String start = job.path("started_at").asText("");
    String end = job.path("completed_at").asText("");
    if (start.isEmpty() || end.isEmpty()) {
      return 0;
    }
    return Duration.between(Instant.parse(start), Instant.parse(end)).toMillis() / 1000.0;
  }
}
