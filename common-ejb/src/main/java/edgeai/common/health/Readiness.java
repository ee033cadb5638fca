package edgeai.common.health;

import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * The answer of a readiness check: up until something speaks against it. A check that throws would
 * be a 500 of the container's, so this one never does.
 */
public final class Readiness {
  private static final Logger LOG = Logger.getLogger(Readiness.class.getName());

  private final HealthCheckResponseBuilder answer;
  private String reason;

  private Readiness(String name) {
    answer = HealthCheckResponse.named(name);
  }

  /** What the check finds, or down with what it failed on. */
  public static HealthCheckResponse of(String name, Consumer<Readiness> check) {
    Readiness readiness = new Readiness(name);
    try {
      check.accept(readiness);
    } catch (RuntimeException e) {
      // who asks is told; while a server starts that is what to expect
      LOG.log(Level.FINE, "the readiness check of " + name + " failed", e);
      readiness.down("the check failed: " + e);
    }
    return readiness.answer();
  }

  /** What is worth knowing, whether up or down. */
  public Readiness note(String name, String value) {
    if (value != null) {
      answer.withData(name, value);
    }
    return this;
  }

  /** Down unless this holds; of several reasons the first is shown. */
  public Readiness require(boolean holds, String otherwise) {
    if (!holds) {
      down(otherwise);
    }
    return this;
  }

  /** Down unless the model infers. */
  public Readiness require(Canary.Verdict verdict) {
    answer.withData("inference", verdict.by());
    answer.withData(verdict.by().equals("frame") ? "frame_ms_ago" : "canary_ms", verdict.ms());
    return require(verdict.infers(), verdict.reason());
  }

  /** Whether nothing spoke against it so far. */
  public boolean isUp() {
    return reason == null;
  }

  private void down(String because) {
    reason = reason == null ? because : reason;
  }

  private HealthCheckResponse answer() {
    note("reason", reason);
    return answer.status(isUp()).build();
  }
}
