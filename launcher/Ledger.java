package launcher;

import java.io.IOException;
import java.util.Map;

/** What the coordinator's ledger says, in words. */
record Ledger(Map<String, Object> said) {
  static Ledger of(CoordinatorClient coordinator) throws IOException, InterruptedException {
    return new Ledger(coordinator.ledger());
  }

  boolean isBalanced() {
    return Boolean.TRUE.equals(said.get("balanced"));
  }

  /** Whether no job waits or runs. */
  boolean isIdle() {
    Map<String, Object> jobs = Json.object(said.get("jobs"));
    return Json.number(jobs.get("running")) + Json.number(jobs.get("waiting")) == 0;
  }

  String inWords() {
    return "%s: %s submitted, %s completed, %s failed, %s open; %s retried, %s hedged, %s came twice"
        .formatted(
            isBalanced() ? "balanced" : "NOT BALANCED",
            count("submitted"),
            count("completed"),
            count("failed"),
            count("open"),
            count("retried"),
            count("hedged"),
            count("duplicates_dropped"));
  }

  /** The last word, once nothing is open. */
  String verdict() {
    boolean sound = isBalanced() && Json.number(said.get("open")) == 0;
    return "%s: %s submitted = %s completed + %s failed"
        .formatted(
            sound ? "balanced, nothing is lost" : "NOT BALANCED",
            count("submitted"),
            count("completed"),
            count("failed"));
  }

  private String count(String field) {
    return "%.0f".formatted(Json.number(said.get(field)));
  }
}
