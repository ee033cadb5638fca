package edgeai.common.health;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CanaryTest {
  private final MutableClock clock = new MutableClock();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private Instant lastFrame;
  private int pictures;
  private double seconds = 0.1;
  private double demanded;
  private RuntimeException failure;

  private final Canary canary = canary(Runnable::run);

  private Canary canary(java.util.concurrent.Executor executor) {
    return new Canary(
        this::infer, () -> Optional.ofNullable(lastFrame), executor, clock, this::demand);
  }

  /** What this process asked for: so much of the time that has passed. */
  private Duration demand() {
    Duration passed = Duration.between(MutableClock.START, clock.instant());
    return Duration.ofMillis((long) (passed.toMillis() * demanded));
  }

  private Void infer() {
    pictures++;
    clock.advanceSeconds(seconds);
    if (failure != null) {
      throw failure;
    }
    return null;
  }

  @Test
  void aModelThatInfersThePictureIsTrusted() {
    assertThat(canary.verdict()).isEqualTo(new Canary.Verdict(true, "canary", 100, null));
  }

  @Test
  void theAnswerStandsForTwoSecondsHoweverManyAsk() {
    for (int asked = 0; asked < 100; asked++) {
      assertThat(canary.verdict().infers()).isTrue();
    }
    clock.advance(Canary.ANSWER_STANDS.minusMillis(1));
    canary.verdict();
    assertThat(pictures).isEqualTo(1);

    clock.advance(Duration.ofMillis(1));
    canary.verdict();
    assertThat(pictures).isEqualTo(2);
  }

  @Test
  void aFrameDoneAMomentAgoStandsForThePicture() {
    lastFrame = clock.instant();
    clock.advance(Canary.FRAME_STANDS);
    assertThat(canary.verdict()).isEqualTo(new Canary.Verdict(true, "frame", 3_000, null));
    assertThat(pictures).isZero();

    clock.advance(Duration.ofMillis(1));
    assertThat(canary.verdict().by()).isEqualTo("canary");
    assertThat(pictures).isEqualTo(1);
  }

  @Test
  void aModelThatFailsIsNotTrustedUntilItWorksAgain() {
    failure = new IllegalStateException("out of memory");
    assertThat(canary.verdict())
        .isEqualTo(
            new Canary.Verdict(
                false, "canary", 100, "the model failed on a small picture: out of memory"));

    failure = null;
    assertThat(canary.verdict().infers()).isFalse();
    clock.advance(Canary.ANSWER_STANDS);
    assertThat(canary.verdict().infers()).isTrue();
  }

  @Test
  void aModelThatAnswersTooLateIsNotTrusted() {
    seconds = 7;
    assertThat(canary.verdict())
        .isEqualTo(
            new Canary.Verdict(
                false,
                "canary",
                7_000,
                "the model inferred a small picture in 7.0 s; 5 s are allowed"));
  }

  @Test
  void aPictureThatDoesNotComeBackIsWaitedForOnceAndNoOtherIsSent() {
    Canary hanging =
        canary(
            task -> {
              waiting.add(task);
              clock.advance(Canary.DEADLINE);
            });
    assertThat(hanging.verdict())
        .isEqualTo(
            new Canary.Verdict(
                false,
                "canary",
                5_000,
                "the model has not inferred a small picture for 5.0 s; 5 s are allowed"));
    clock.advanceSeconds(60);
    assertThat(hanging.verdict().ms()).isEqualTo(65_000);
    assertThat(waiting).hasSize(1);

    waiting.remove().run();
    assertThat(hanging.verdict().reason()).startsWith("the model inferred a small picture in 65");
    clock.advance(Canary.ANSWER_STANDS);
    hanging.verdict();
    assertThat(waiting).hasSize(1);
  }

  @Test
  void onABusyMachineALatePictureIsWaitedFor() {
    demanded = 0.6;
    seconds = 50;
    assertThat(canary.verdict()).isEqualTo(new Canary.Verdict(true, "canary", 50_000, null));
    clock.advance(Canary.ANSWER_STANDS);
    seconds = 70;
    assertThat(canary.verdict().reason())
        .startsWith("the model inferred a small picture in 70.0 s");
  }

  @Test
  void onABusyMachineAPictureUnderWayIsProofForAMinute() {
    demanded = 0.6;
    Canary busy =
        canary(
            task -> {
              waiting.add(task);
              clock.advance(Canary.DEADLINE);
            });
    assertThat(busy.verdict()).isEqualTo(new Canary.Verdict(true, "busy", 5_000, null));
    clock.advance(Canary.BUSY_DEADLINE.minus(Canary.DEADLINE).minusMillis(1));
    assertThat(busy.verdict().infers()).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(busy.verdict())
        .isEqualTo(
            new Canary.Verdict(
                false,
                "canary",
                60_000,
                "the model has not inferred a small picture for 60.0 s; 5 s are allowed"));
    assertThat(waiting).hasSize(1);
  }

  @Test
  void withoutAThreadThereIsNoTrust() {
    Canary refused =
        canary(
            task -> {
              throw new RejectedExecutionException("full");
            });
    assertThat(refused.verdict())
        .isEqualTo(new Canary.Verdict(false, "canary", 0, "there is no thread to infer with"));
  }
}
