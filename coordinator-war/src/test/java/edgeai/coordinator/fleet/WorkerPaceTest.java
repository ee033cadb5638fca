package edgeai.coordinator.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WorkerPaceTest {
  private final WorkerPace pace = new WorkerPace();

  @Test
  void nothingIsKnownOfOneThatWasNotTried() {
    assertThat(pace.smoothedMs()).isZero();
    assertThat(pace.expectedMs(3)).isZero();
    assertThat(pace.meanProcessingMs()).isZero();
    assertThat(pace.expectedFinishMs(1, 40)).isEqualTo(80);
  }

  @Test
  void aFrameCostsItsShareOfWhatTheWorkerHad() {
    pace.note(300, 90, 3);

    assertThat(pace.smoothedMs()).isEqualTo(100);
    assertThat(pace.expectedMs(0)).isEqualTo(100);
    assertThat(pace.expectedFinishMs(1, 40)).isEqualTo(200);
  }

  @Test
  void theNewestFrameMovesItByAFifth() {
    pace.note(100, 0, 1);
    pace.note(200, 0, 1);

    assertThat(pace.smoothedMs()).isCloseTo(120, within(0.001));
  }

  @Test
  void aClockThatWentBackMakesNoFrameFree() {
    pace.note(-5, 0, 1);

    assertThat(pace.smoothedMs()).isEqualTo(0.1);
  }

  @Test
  void whatTheWorkerSaysIsAveragedToATenth() {
    pace.note(1, 10, 1);
    pace.note(1, 10.3, 1);

    assertThat(pace.meanProcessingMs()).isEqualTo(10.2);
  }
}
