package edgeai.worker.camera;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.still.GreyPicture;
import edgeai.common.video.VideoFrame;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.settings.SkipStill;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeenBeforeTest {
  private static final int SIDE = 96;
  private static final long BETWEEN = 200;
  private static final Instant NOW = Instant.EPOCH.plusSeconds(9);

  private final SeenBefore before = new SeenBefore(SkipStill.SAFE);
  private long opening = 1;

  /** A wall with a square at a place. */
  private CapturedFrame frame(long id, int left) {
    byte[] bgr = new byte[3 * SIDE * SIDE];
    Arrays.fill(bgr, (byte) 80);
    for (int y = 40; y < 52; y++) {
      Arrays.fill(bgr, 3 * (y * SIDE + left), 3 * (y * SIDE + left + 12), (byte) 200);
    }
    return new CapturedFrame(
        new VideoFrame(
            (int) id,
            id * BETWEEN,
            960,
            960,
            new byte[1],
            960,
            960,
            0,
            0,
            GreyPicture.of(bgr, SIDE, SIDE)),
        opening);
  }

  private Optional<FrameResult> look(long id, int left) {
    return before.in(id, frame(id, left), NOW);
  }

  private FrameResult inferred(long id, int left) {
    Box box = new Box(10 * left, 400, 10 * left + 120, 520);
    FrameResult result =
        FrameResult.completed(id, "w", List.of(new Detection("car", 0.9, box)), 30, NOW);
    before.inferred(result, frame(id, left).frame());
    return result;
  }

  @Test
  void aFrameThatShowsNothingNewTakesWhatWasFound() {
    assertThat(look(1, 10)).isEmpty();
    FrameResult first = inferred(1, 10);

    FrameResult second = look(2, 10).orElseThrow();
    assertThat(second.detections()).isEqualTo(first.detections());
    assertThat(second.objectCounts()).isEqualTo(first.objectCounts());
    assertThat(second.reusedFrom()).isEqualTo(1);
    assertThat(second.change()).isZero();
    assertThat(second.receivedAt()).isEqualTo(NOW);
    assertThat(before.reused()).isEqualTo(1);
  }

  @Test
  void whatMovesIsInferredAndOneFrameASecondInAnyCase() {
    assertThat(look(1, 10)).isEmpty();
    inferred(1, 10);
    assertThat(look(2, 16)).isEmpty();
    inferred(2, 16);
    assertThat(look(3, 16)).isPresent();
    assertThat(look(6, 16)).isPresent();
    assertThat(look(7, 16)).isEmpty();
  }

  @Test
  void nothingIsKnownOfASourceThatWasOpenedAnew() {
    assertThat(look(1, 10)).isEmpty();
    inferred(1, 10);
    assertThat(look(2, 10)).isPresent();
    opening++;

    assertThat(look(3, 10)).isEmpty();
    inferred(3, 10);
    assertThat(look(4, 10)).isPresent();
  }

  @Test
  void aFrameThatWasNotInferredIsNotComparedWith() {
    assertThat(look(1, 10)).isEmpty();
    before.lost(1);

    assertThat(look(2, 10)).isEmpty();
  }

  @Test
  void whereItIsOffEachFrameIsInferred() {
    SeenBefore off = new SeenBefore(SkipStill.OFF);
    CapturedFrame frame = new CapturedFrame(new VideoFrame(1, 0, 1, 1, new byte[1], 1, 1, 0, 0), 1);
    for (int id = 1; id <= 3; id++) {
      assertThat(off.in(id, frame, NOW)).isEmpty();
      off.inferred(FrameResult.completed(id, "w", List.of(), 30, NOW), frame.frame());
    }
    off.lost(4);
    assertThat(off.reused()).isZero();
  }
}
