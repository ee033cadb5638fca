package edgeai.benchmark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceQueueTest {
  private final PlaceQueue queue = new PlaceQueue(2, 50, 1_000);

  @Test
  void asManyFramesAsThereArePlacesAreDoneAtTheSameTime() {
    assertThat(queue.book(1_000)).isEqualTo(1_050);
    assertThat(queue.book(1_000)).isEqualTo(1_050);
    assertThat(queue.book(1_000)).isEqualTo(1_100);
    assertThat(queue.book(1_000)).isEqualTo(1_100);
  }

  @Test
  void aPlaceThatWasFreeMakesUpForNothing() {
    assertThat(queue.book(1_000)).isEqualTo(1_050);

    assertThat(queue.book(5_000)).isEqualTo(5_050);
    assertThat(queue.book(5_010)).isEqualTo(5_060);
    assertThat(queue.book(5_010)).isEqualTo(5_100);
  }
}
