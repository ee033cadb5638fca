package edgeai.coordinator.review;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.error.Conflict;
import edgeai.common.error.Unavailable;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoFailures;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobPicturesTest {
  private static RuntimeException refusal(VideoException.Kind kind) {
    return JobPictures.refusal(VideoFailures.of(kind, "gave no frame"));
  }

  @Test
  void whereTheDecoderCannotWorkNowItIsAskedAgainLater() {
    assertThat(refusal(VideoException.Kind.UNAVAILABLE))
        .isInstanceOfSatisfying(
            Unavailable.class,
            busy -> assertThat(busy.retryAfter()).contains(Duration.ofSeconds(5)))
        .hasMessage("The video gave no frame.");
  }

  @ParameterizedTest
  @EnumSource(names = "UNAVAILABLE", mode = EnumSource.Mode.EXCLUDE)
  void aVideoThatIsToBlameIsNotAskedForAgain(VideoException.Kind kind) {
    assertThat(refusal(kind)).isInstanceOf(Conflict.class).hasMessage("The video gave no frame.");
  }
}
