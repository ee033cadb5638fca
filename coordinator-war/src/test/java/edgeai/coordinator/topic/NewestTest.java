package edgeai.coordinator.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NewestTest {
  private final Newest<Integer> newest = new Newest<>(3);

  @Test
  void aLookFindsWhatWasNotedSinceTheLast() {
    newest.note(1);
    newest.note(2);
    assertThat(newest.drain()).isEqualTo(new Newest.Batch<>(List.of(1, 2), 0));
    assertThat(newest.drain()).isEqualTo(new Newest.Batch<>(List.of(), 0));
  }

  @Test
  void theOldestGoAndAreCounted() {
    List.of(1, 2, 3, 4, 5).forEach(newest::note);
    assertThat(newest.drain()).isEqualTo(new Newest.Batch<>(List.of(3, 4, 5), 2));
    newest.note(6);
    assertThat(newest.drain().skipped()).isZero();
  }
}
