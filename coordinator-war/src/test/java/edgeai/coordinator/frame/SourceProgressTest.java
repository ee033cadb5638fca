package edgeai.coordinator.frame;

import static edgeai.coordinator.result.TestResults.completed;
import static edgeai.coordinator.result.TestResults.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceProgressTest {
  private final MutableClock clock = new MutableClock();
  private final SourceProgress progress = new SourceProgress(clock, 10);

  private void take(int frames) {
    for (int i = 0; i < frames; i++) {
      progress.taken();
    }
  }

  private void complete(int frames) {
    for (int i = 1; i <= frames; i++) {
      progress.stored(completed(i, "w", "car"), "sha");
    }
  }

  @Test
  void itStandsAtZeroAtFirst() {
    assertThat(progress.percent()).isZero();
    assertThat(progress.total()).isEqualTo(10);
  }

  @Test
  void completedAndFailedFramesBothCount() {
    take(5);
    complete(3);
    progress.stored(failed(4, "w", "broken"), "");

    assertThat(progress.percent()).isEqualTo(40);
    assertThat(progress.completed()).isEqualTo(3);
    assertThat(progress.failed()).isEqualTo(1);
    assertThat(progress.detections()).isEqualTo(3);
    assertThat(progress.firstFailure()).isEqualTo("broken");
  }

  @Test
  void theTotalFollowsAVideoLongerThanItSaid() {
    take(25);
    assertThat(progress.total()).isEqualTo(25);
    progress.allTaken();

    assertThat(progress.total()).isEqualTo(25);
  }

  @Test
  void theTotalIsExactOnceAVideoWasShorterThanItSaid() {
    take(4);
    assertThat(progress.total()).isEqualTo(10);
    progress.allTaken();

    assertThat(progress.total()).isEqualTo(4);
  }

  @Test
  void itNeverFallsWhenTheEstimateGrows() {
    take(5);
    complete(5);
    double before = progress.percent();
    progress.estimate(1_000);

    assertThat(before).isEqualTo(50);
    assertThat(progress.percent()).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 1_000})
  void itNeverFallsAndReachesNoHundredBeforeTheEnd(int estimate) {
    progress.estimate(estimate);
    double before = 0;
    for (int i = 1; i <= 100; i++) {
      take(1);
      complete(1);
      assertThat(progress.percent()).isBetween(before, 99.9);
      before = progress.percent();
    }
    progress.allTaken();

    assertThat(progress.percent()).isBetween(before, 99.9);
  }

  @Test
  void aHundredIsForTheEnd() {
    assertThat(SourceProgress.percent(10, 10, false)).isEqualTo(99.9);
    assertThat(SourceProgress.percent(10, 10, true)).isEqualTo(100);
    assertThat(SourceProgress.percent(0, 0, false)).isZero();
    assertThat(SourceProgress.percent(1, 3, false)).isEqualTo(33.3);
  }

  @Test
  void framesOfBeforeARestartCount() {
    progress.recounted(4, 1, 9, 0);

    assertThat(progress.percent()).isEqualTo(50);
    assertThat(progress.detections()).isEqualTo(9);
  }

  @Test
  void modelsAreNamedOnceAndBounded() {
    progress.stored(completed(1, "w"), "b");
    progress.stored(completed(2, "w"), "a");
    progress.stored(completed(3, "w"), "b");
    assertThat(progress.models()).isEqualTo(List.of("a", "b"));
    for (int i = 0; i < 100; i++) {
      progress.stored(completed(i, "w"), "model" + i);
    }

    assertThat(progress.models()).hasSize(32);
  }

  @Test
  void theRateIsThatOfFramesStored() {
    for (int i = 0; i < 100; i++) {
      complete(1);
      clock.advanceSeconds(0.2);
    }

    assertThat(progress.fps()).isEqualTo(5);
  }

  @Test
  void anEndedJobHasTheAverageOfItsRun() {
    Instant start = Instant.parse("2026-11-22T10:15:30Z");

    assertThat(SourceProgress.average(225, start, start.plusSeconds(30))).isEqualTo(7.5);
    assertThat(SourceProgress.average(3, start, start.plusMillis(7))).isEqualTo(428.6);
    assertThat(SourceProgress.average(3, start, start)).isEqualTo(3_000);
    assertThat(SourceProgress.average(0, null, start)).isZero();
    assertThat(SourceProgress.average(5, start, null)).isZero();
  }

  @Test
  void whoWaitsGoesOnWhenTheLastFrameIsStored() {
    take(2);
    progress.allTaken();
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(
            () -> {
              try {
                progress.awaitStored();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    complete(1);
    assertThat(waiting).isNotDone();
    complete(1);

    await().until(waiting::isDone);
  }
}
