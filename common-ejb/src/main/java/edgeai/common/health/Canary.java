package edgeai.common.health;

import edgeai.common.process.OwnProcessorDemand;
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
 * ask, one picture is under way at most, and one is sent every two seconds at most. A picture that
 * is late because the machine is busy is waited for: a model that hangs asks for no processor.
 */
public final class Canary {
  /** What the model has for the picture. */
  public static final Duration DEADLINE = Duration.ofSeconds(5);

  /** What it has where this process asks for a processor all the while. */
  public static final Duration BUSY_DEADLINE = Duration.ofSeconds(60);

  /** How long a completed frame proves that the model works. */
  public static final Duration FRAME_STANDS = Duration.ofSeconds(3);

  /** How long the last answer is given again. */
  public static final Duration ANSWER_STANDS = Duration.ofSeconds(2);

  private final Callable<?> inference;
  private final Supplier<Optional<Instant>> lastFrame;
  private final Executor executor;
  private final Clock clock;
  private final Supplier<Duration> demand;
  private Flight flight;

  /**
   * @param by {@code frame} or {@code canary}: what proved it; {@code busy}: the canary is under
   *     way
   * @param ms since the frame was completed, or what the canary took so far
   * @param reason why the model cannot be trusted, null where it infers
   */
  public record Verdict(boolean infers, String by, long ms, String reason) {}

  private record Flight(Instant since, Duration demand, CompletableFuture<Landing> landing) {}

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
    this(inference, lastFrame, executor, clock, new OwnProcessorDemand());
  }

  Canary(
      Callable<?> inference,
      Supplier<Optional<Instant>> lastFrame,
      Executor executor,
      Clock clock,
      Supplier<Duration> demand) {
    this.demand = demand;
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
      long taken = Duration.between(asked.since(), clock.instant()).toMillis();
      long ms = Math.max(taken, DEADLINE.toMillis());
      return isExcused(asked, ms)
          ? new Verdict(true, "busy", ms, null)
          : late(ms, "has not inferred a small picture for");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Verdict(false, "canary", 0, "the check was interrupted");
    } catch (ExecutionException e) {
      return new Verdict(false, "canary", 0, "the check failed: " + e.getCause());
    }
  }

  private synchronized Flight current() {
    if (flight == null || isOld(flight.landing())) {
      Flight begun = new Flight(clock.instant(), demand.get(), new CompletableFuture<>());
      flight = begun;
      try {
        executor.execute(() -> begun.landing().complete(fly(begun)));
      } catch (RejectedExecutionException e) {
        begun.landing().complete(landed(failed(0, "there is no thread to infer with")));
      }
    }
    return flight;
  }

  private boolean isOld(CompletableFuture<Landing> landing) {
    return landing.isDone() && !clock.instant().isBefore(landing.join().at().plus(ANSWER_STANDS));
  }

  /** Whether it is late because this process wants more of the processors than there is. */
  private boolean isExcused(Flight late, long ms) {
    Duration asked = demand.get().minus(late.demand());
    return ms < BUSY_DEADLINE.toMillis() && asked.toMillis() >= ms / 2;
  }

  private Landing fly(Flight begun) {
    try {
      inference.call();
      long ms = Duration.between(begun.since(), clock.instant()).toMillis();
      return landed(
          ms > DEADLINE.toMillis() && !isExcused(begun, ms)
              ? late(ms, "inferred a small picture in")
              : new Verdict(true, "canary", ms, null));
    } catch (Exception | LinkageError e) {
      long ms = Duration.between(begun.since(), clock.instant()).toMillis();
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
