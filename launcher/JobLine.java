package launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Says in words how a job stands. */
final class JobLine {
  private JobLine() {}

  static double settled(Map<String, Object> job) {
    return Json.number(job.get("processed_frames")) + Json.number(job.get("failed_frames"));
  }

  static String progress(Map<String, Object> job) {
    double total = Json.number(job.get("total_frames"));
    double fps = Json.number(job.get("fps"));
    String counts = "%.0f of %.0f frames".formatted(settled(job), total);
    if (fps <= 0) {
      return counts;
    }
    long left = Math.round(Math.max(0, total - settled(job)) / fps);
    return "%s, %.1f fps, %d:%02d left".formatted(counts, fps, left / 60, left % 60);
  }

  static String ending(Map<String, Object> job) {
    StringBuilder line = new StringBuilder();
    line.append("job ").append(Json.text(job.get("status"), "ended"));
    line.append(
        ": %.0f of %.0f frames, %.0f detections"
            .formatted(
                Json.number(job.get("processed_frames")),
                Json.number(job.get("total_frames")),
                Json.number(job.get("detections_found"))));
    double seconds = seconds(job);
    if (seconds > 0) {
      line.append(" in %.1f s, %.1f fps".formatted(seconds, settled(job) / seconds));
    }
    for (String field : List.of("error", "warning")) {
      String text = Json.text(job.get(field), "");
      line.append(text.isEmpty() ? "" : "; " + text);
    }
    return line.toString();
  }

  private static double seconds(Map<String, Object> job) {
    String start = Json.text(job.get("started_at"), "");
    String end = Json.text(job.get("completed_at"), "");
    if (start.isEmpty() || end.isEmpty()) {
      return 0;
    }
    return Duration.between(Instant.parse(start), Instant.parse(end)).toMillis() / 1000.0;
  }
}
