package edgeai.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireTest {
  private static final Box BOX = new Box(0, 0, 1, 1);

  private static Alert alert(long frameId) {
    return new Alert(
        "w",
        frameId,
        Instant.EPOCH,
        List.of(),
        List.of("car"),
        Alert.WARNING,
        "m",
        1,
        frameId,
        frameId,
        "job");
  }

  @Test
  void detectionsAreCountedByLabelInAlphabeticalOrder() {
    List<Detection> seen =
        List.of(
            new Detection("truck", 0.5, BOX),
            new Detection("car", 0.9, BOX),
            new Detection("truck", 0.1, BOX));

    assertThat(Detection.countByLabel(seen))
        .isEqualTo(Map.of("car", 1, "truck", 2))
        .satisfies(counts -> assertThat(counts.keySet()).containsExactly("car", "truck"));
  }

  @Test
  void anAlertShownAgainKeepsItsFirstFrame() {
    Alert again = alert(5).again(9).again(7);

    assertThat(again.frameId()).isEqualTo(5);
    assertThat(again.firstFrameId()).isEqualTo(5);
    assertThat(again.lastFrameId()).isEqualTo(9);
    assertThat(again.count()).isEqualTo(3);
  }

  @Test
  void onlyACompletedFrameHasCompleted() {
    assertThat(frame(FrameResult.COMPLETED).hasCompleted()).isTrue();
    assertThat(frame(FrameResult.FAILED).hasCompleted()).isFalse();
    assertThat(frame(FrameResult.PENDING).hasCompleted()).isFalse();
  }

  private static FrameResult frame(String status) {
    return new FrameResult(1, "w", List.of(), Map.of(), 0, null, status, null, null, null, 0, null);
  }
}
