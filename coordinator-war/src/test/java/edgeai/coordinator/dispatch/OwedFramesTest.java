package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameSource;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.frame.TestFrames;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OwedFramesTest {
  private static final int ALL = Integer.MAX_VALUE;

  private final FrameSource source = TestFrames.source("job", ResultRules.ALL);
  private final PieceVideo video = PieceBench.video(10);
  private final OwedFrames owed = new OwedFrames();

  private Frame owe(long index) {
    Frame frame = Frame.ofPiece(index + 1, source, index, index * 40);
    owed.add(frame);
    return frame;
  }

  private List<Long> take(int segments, int most, Predicate<Frame> mayHave) {
    Optional<Stretch> stretch = owed.take(video, segments, most, mayHave);
    return stretch.map(any -> any.frames().stream().map(Frame::index).toList()).orElse(List.of());
  }

  @Test
  void theyComeAsTheyAreShownAndOnce() {
    LongStream.of(25, 3, 14).forEach(this::owe);

    assertThat(take(ALL, 2, any -> true)).containsExactly(3L, 14L);
    assertThat(take(ALL, 2, any -> true)).containsExactly(25L);
    assertThat(take(ALL, 2, any -> true)).isEmpty();
    assertThat(owed.isEmpty()).isTrue();
  }

  @Test
  void theyAreOfNoMoreSegmentsThanAskedFor() {
    LongStream.of(3, 4, 14).forEach(this::owe);

    assertThat(take(1, ALL, any -> true)).containsExactly(3L, 4L);
    assertThat(owed.count()).isEqualTo(1);
  }

  @Test
  void oneThatMayNotGoEndsThoseThatGoTogether() {
    LongStream.rangeClosed(1, 5).forEach(this::owe);

    assertThat(take(ALL, ALL, frame -> frame.index() != 1 && frame.index() != 4))
        .containsExactly(2L, 3L);
    assertThat(take(ALL, ALL, any -> true)).containsExactly(1L, 4L, 5L);
  }

  @Test
  void oneThatIsSettledIsForgottenOnTheWay() {
    owe(1);
    owe(2).settle();
    owe(3);

    assertThat(take(ALL, ALL, any -> true)).containsExactly(1L, 3L);
    assertThat(owed.isEmpty()).isTrue();
  }

  @Test
  void thoseThatAreMeantAreTakenOut() {
    Frame first = owe(1);
    Frame second = owe(2);

    assertThat(owed.removeIf(frame -> frame.index() == 2)).containsExactly(second);
    assertThat(owed.remove(second)).isFalse();
    assertThat(owed.remove(first)).isTrue();
  }
}
