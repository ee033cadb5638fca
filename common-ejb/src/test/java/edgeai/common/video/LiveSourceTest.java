package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveSourceTest {
  @ParameterizedTest
  @CsvSource({
    "rtsp://10.0.0.9/stream, RTSP",
    "http://10.0.0.9:8080/video, HTTP",
    "RTSP://10.0.0.9/stream, RTSP",
    "Http://cam_1.local:8080/video, HTTP",
    "rtsp://[::1]:8554/live, RTSP",
    "rtsp://me:@10.0.0.9/live, RTSP",
    "0, WEBCAM",
    "12, WEBCAM"
  })
  void namesWhatItIs(String setting, LiveSource.Kind kind) {
    assertThat(LiveSource.of(setting).map(LiveSource::kind)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "street.mp4",
        "file:///etc/passwd",
        "concat:a|b",
        "https://x/y",
        "rtsp://",
        "http://a b/",
        "rtsp://10.0.0.9:70000/live",
        "rtsp://10.0.0.9:port/live",
        "http://10.0.0.9/a\r\nCookie:x",
        "100",
        "-1",
        "ftp://x/y"
      })
  void nothingElseIsLive(String setting) {
    assertThat(LiveSource.of(setting)).isEqualTo(Optional.empty());
  }

  @Test
  void aPasswordIsNeverShown() {
    LiveSource source =
        LiveSource.of("rtsp://me:secret@10.0.0.9:554/live?key=secret").orElseThrow();

    assertThat(source.shown()).isEqualTo("rtsp://10.0.0.9:554/live");
    assertThat(source.toString()).doesNotContain("secret");
  }

  @Test
  void eachKindIsHeldToItsOwnProtocols() {
    LiveSource http = LiveSource.of("http://10.0.0.9/video").orElseThrow();

    assertThat(http.protocols().split(",")).containsExactly("http", "tcp");
    assertThat(http.demuxers()).doesNotContain("hls");
  }
}
