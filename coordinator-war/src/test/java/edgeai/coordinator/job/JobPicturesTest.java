package edgeai.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.PlainResponses;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoFailures;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(PlainResponses.class)
class JobPicturesTest {
  private static Response answer(VideoException.Kind kind) {
    VideoException failure = VideoFailures.of(kind, "gave no frame");
    return ((WebApplicationException) JobPictures.problem(failure)).getResponse();
  }

  @Test
  void whereTheDecoderCannotWorkNowItIsAskedAgainLater() {
    Response answer = answer(VideoException.Kind.UNAVAILABLE);
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
    assertThat(answer.getEntity()).asString().contains("The video gave no frame.");
  }

  @ParameterizedTest
  @EnumSource(names = "UNAVAILABLE", mode = EnumSource.Mode.EXCLUDE)
  void aVideoThatIsToBlameIsNotAskedForAgain(VideoException.Kind kind) {
    Response answer = answer(kind);
    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(answer.getEntity()).asString().contains("The video gave no frame.");
  }
}
