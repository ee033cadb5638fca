package edgeai.common.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Whether a model really infers: a picture is sent through it and must come back in time. A frame
 * that it completed a moment ago stands for the picture, so a busy model is not asked. However many
 * ask, one picture is under way at most, and one is sent every two seconds at most.
 */
public final class Canary {
  /** What the model has for the picture. */
  public static final Duration DEADLINE = Duration.ofSeconds(5);

  /** How long a completed frame proves that the model works. */
  public static final Duration FRAME_STANDS = Duration.ofSeconds(3);

  /** How long the last answer is given again. */
  public static final Duration ANSWER_STANDS = Duration.ofSeconds(2);

  private final Callable<?> inference;
  private final Supplier<Optional<Instant>> lastFrame;
  private final Executor executor;
  private final Clock clock;
  private Flight flight;

  /**
   * @param by {@code frame} or {@code canary}: what proved it
   * @param ms since the frame was completed, or what the canary took
   * @param reason why the model cannot be trusted, null where it infers
   */
  public record Verdict(boolean infers, String by, long ms, String reason) {}

  private record Flight(Instant since, CompletableFuture<Landing> landing) {}

  private record Landing(Instant at, Verdict verdict) {}

  /**
   * @param inference sends the picture through the model and fails where it cannot
   * @param lastFrame when the model completed a frame the last time
   * @param executor where the picture is inferred, since it may hang
   */
  public Canary(
      Callable<?> inference,
      Supplier<Optional<Instant>> lastFrame,
      Executor executor,
      Clock clock) {
    this.inference = inference;
    this.lastFrame = lastFrame;
    this.executor = executor;
    this.clock = clock;
  }

  /** What is known, or what the picture shows; waits for it until its deadline. */
  public Verdict verdict() {
    Optional<Duration> frame = lastFrame.get().map(at -> Duration.between(at, clock.instant()));
    if (frame.isPresent() && frame.get().compareTo(FRAME_STANDS) <= 0) {
      return new Verdict(true, "frame", frame.get().toMillis(), null);
    }
    Flight asked = current();
    Duration left = DEADLINE.minus(Duration.between(asked.since(), clock.instant()));
    try {
      return asked.landing().get(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS).verdict();
    } catch (TimeoutException e) {
      long ms = Duration.between(asked.since(), clock.instant()).toMillis();
      return late(Math.max(ms, DEADLINE.toMillis()), "has not inferred a small picture for");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Verdict(false, "canary", 0, "the check was interrupted");
    } catch (ExecutionException e) {
      return new Verdict(false, "canary", 0, "the check failed: " + e.getCause());
    }
  }

  private synchronized Flight current() {
    if (flight == null || isOld(flight.landing())) {
      Flight begun = new Flight(clock.instant(), new CompletableFuture<>());
      flight = begun;
      try {
        executor.execute(() -> begun.landing().complete(fly(begun.since())));
      } catch (RejectedExecutionException e) {
        begun.landing().complete(landed(failed(0, "there is no thread to infer with")));
      }
    }
    return flight;
  }

  private boolean isOld(CompletableFuture<Landing> landing) {
    return landing.isDone() && !clock.instant().isBefore(landing.join().at().plus(ANSWER_STANDS));
  }

  private Landing fly(Instant since) {
    try {
      inference.call();
      long ms = Duration.between(since, clock.instant()).toMillis();
      return landed(
          ms > DEADLINE.toMillis()
              ? late(ms, "inferred a small picture in")
              : new Verdict(true, "canary", ms, null));
    } catch (Exception | LinkageError e) {
      long ms = Duration.between(since, clock.instant()).toMillis();
      return landed(failed(ms, "the model failed on a small picture: " + sentence(e)));
    }
  }

  private Landing landed(Verdict verdict) {
    return new Landing(clock.instant(), verdict);
  }

  private static Verdict failed(long ms, String reason) {
    return new Verdict(false, "canary", ms, reason);
  }

  private static Verdict late(long ms, String what) {
    String sentence = "the model %s %.1f s; %d s are allowed";
    return failed(
        ms, String.format(Locale.ROOT, sentence, what, ms / 1000.0, DEADLINE.toSeconds()));
  }

  private static String sentence(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
