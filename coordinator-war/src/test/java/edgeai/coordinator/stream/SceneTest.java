package edgeai.coordinator.stream;

import static edgeai.coordinator.result.TestResults.completed;
import static edgeai.coordinator.result.TestResults.result;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.FrameResult;
import edgeai.coordinator.result.FrameSeen;
import org.junit.jupiter.api.Test;

class SceneTest {
  private final Part placeholder = Part.of(new byte[1]);
  private final Scene scene = new Scene("job", placeholder);

  private static FrameSeen seen(FrameResult result) {
    return new FrameSeen(result, new byte[3], 1);
  }

  private boolean draws(FrameResult result) {
    scene.came(seen(result));
    FrameSeen next = scene.toDraw();
    if (next != null) {
      scene.show(next.result(), Part.of(next.jpeg()));
    }
    return next != null && next.result() == result;
  }

  @Test
  void aFrameIsDrawnOnceAndTheNewestWins() {
    assertThat(scene.picture()).isSameAs(placeholder);
    assertThat(scene.toDraw()).isNull();
    FrameResult newest = completed(2, "w");
    scene.came(seen(completed(1, "w")));
    scene.came(seen(newest));

    assertThat(scene.toDraw().result()).isSameAs(newest);
    assertThat(scene.toDraw()).isNull();
  }

  @Test
  void aFrameThatWasOvertakenIsNotShown() {
    assertThat(draws(completed(7, "w"))).isTrue();
    assertThat(draws(completed(6, "w"))).isFalse();
    assertThat(draws(completed(8, "w"))).isTrue();
  }

  @Test
  void framesWithoutAJobAreShownAsTheyCome() {
    assertThat(draws(result(7, null, "w", FrameResult.COMPLETED, null))).isTrue();
    assertThat(draws(result(6, null, "w", FrameResult.COMPLETED, null))).isTrue();
  }

  @Test
  void aPictureIsRepeatedWhereNothingNewCame() {
    draws(completed(7, "w"));

    assertThat(scene.repeated(Long.MAX_VALUE)).isNull();
    assertThat(scene.repeated(0)).isSameAs(scene.picture());
  }
}
