package edgeai.cli.client;

import com.fasterxml.jackson.databind.JsonNode;

/** What the coordinator's ledger says, in words. */
public record LedgerReport(JsonNode said) {

  /** Whether every frame is accounted for. */
  public boolean isBalanced() {
    return said.path("balanced").asBoolean(false);
  }

  /** Whether no job waits or runs. */
  public boolean isIdle() {
    JsonNode jobs = said.path("jobs");
    return jobs.path("running").asLong() + jobs.path("waiting").asLong() == 0;
  }

  /** How it stands, in one line. */
  public String inWords() {
    return "%s: %d submitted, %d completed, %d failed, %d open; %d retried, %d hedged, %d came twice"
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
  public String verdict() {
    boolean sound = isBalanced() && count("open") == 0;
    return "%s: %d submitted = %d completed + %d failed"
        .formatted(
            sound ? "balanced, nothing is lost" : "NOT BALANCED",
            count("submitted"),
            count("completed"),
            count("failed"));
  }

  private long count(String field) {
    return said.path(field).asLong();
  }
}
