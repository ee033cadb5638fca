package edgeai.coordinator.share;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedPageTest {
  private static final String EVIL = "<script>alert(1)</script>\" onload='x {{rows}} &amp;";

  private static String page(String video, String label) {
    Detection found = new Detection(label, 0.876, new Box(1, 2, 3, 4));
    FrameResult frame =
        new FrameResult(
            7,
            "worker-1",
            List.of(found),
            Map.of(label, 1),
            5,
            Instant.EPOCH,
            FrameResult.COMPLETED,
            "0123456789ab",
            1L,
            61_230L,
            1,
            null);
    return SharedPage.of(video, frame, Instant.parse("2026-12-01T10:15:00Z"), "1.2.3").html();
  }

  @Test
  void aPageSaysWhatIsInItsFrame() {
    assertThat(page("street.mp4", "car"))
        .contains("street.mp4", "1:01.23", "<td>car</td><td>88 %</td>", "1 car")
        .contains("src=\"/share/1.2.3/image\"", "1 December 2026, 10:15 UTC")
        .doesNotContain("worker-1", "0123456789ab", "{{", "<script");
  }

  @Test
  void whatStrangersNamedShowsAsText() {
    assertThat(page(EVIL, EVIL)).doesNotContain("<script", "\" onload", "{{", "&amp;");
  }

  @Test
  void aPageThatShowsNothingSaysNothing() {
    assertThat(SharedPage.gone().html()).contains("shows nothing").doesNotContain("{{");
  }
}
