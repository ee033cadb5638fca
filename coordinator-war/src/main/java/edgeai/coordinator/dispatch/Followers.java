package edgeai.coordinator.dispatch;

import edgeai.common.guard.Failures;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.StoredOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * Frames that are not inferred, since each shows what another does: once that is in the ledger they
 * take what was found in it, in their order. Where that cannot be they are inferred themselves.
 * Thread-safe.
 */
final class Followers {
  private static final String WHERE = "following frame";

  private final Conclusion conclusion;
  private final ExecutorService executor;
  private final Failures failures;
  private final Map<CompletableFuture<StoredOutcome>, List<Frame>> bySource = new HashMap<>();

  Followers(Conclusion conclusion, ExecutorService executor, Failures failures) {
    this.conclusion = conclusion;
    this.executor = executor;
    this.failures = failures;
  }

  synchronized void add(Frame frame, CompletableFuture<StoredOutcome> source) {
    List<Frame> others = bySource.get(source);
    if (others != null) {
      others.add(frame);
      return;
    }
    bySource.put(source, new ArrayList<>(List.of(frame)));
    source.whenComplete((outcome, failure) -> ended(source, outcome));
  }

  /** On the ledger's thread, which must not wait for the ledger. */
  private void ended(CompletableFuture<StoredOutcome> source, StoredOutcome outcome) {
    try {
      executor.execute(() -> settle(source, outcome));
    } catch (RuntimeException | Error e) {
      failures.note(WHERE, e);
      take(source).forEach(frame -> conclusion.follow(frame, null));
    }
  }

  private void settle(CompletableFuture<StoredOutcome> source, StoredOutcome outcome) {
    for (Frame frame : take(source)) {
      failures.guard(WHERE, () -> conclusion.follow(frame, outcome));
    }
  }

  private synchronized List<Frame> take(CompletableFuture<StoredOutcome> source) {
    List<Frame> frames = bySource.remove(source);
    return frames == null ? List.of() : frames;
  }
}
