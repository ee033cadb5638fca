package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAddressTest {
  private static String whole(String written) {
    return SourceAddress.of(written).map(SourceAddress::whole).orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "rtsp://me:pa^s@10.0.0.9/live, rtsp://me:pa%5Es@10.0.0.9/live",
    "rtsp://me:p@ss@10.0.0.9/live, rtsp://me:p%40ss@10.0.0.9/live",
    "rtsp://me:100%@10.0.0.9/live, rtsp://me:100%25@10.0.0.9/live",
    "rtsp://me:a%23b@10.0.0.9/live, rtsp://me:a%23b@10.0.0.9/live",
    "rtsp://me:a b@10.0.0.9/live, rtsp://me:a%20b@10.0.0.9/live",
    "rtsp://me:wörd@10.0.0.9/live, rtsp://me:w%C3%B6rd@10.0.0.9/live",
    "RTSP://Cam_7:8554/Live, rtsp://Cam_7:8554/Live",
    "http://kamera.münchen.de/a b, http://kamera.xn--mnchen-3ya.de/a%20b",
    "http://[fe80::1%25eth0]:80/live, http://[fe80::1%eth0]:80/live",
    "rtsp://10.0.0.9/user=a_password=b@c, rtsp://10.0.0.9/user=a_password=b@c",
    "rtsp://10.0.0.9:/live?x=1#y, rtsp://10.0.0.9/live?x=1#y"
  })
  void whatHasOneReadingIsRead(String written, String whole) {
    assertThat(whole(written)).isEqualTo(whole);
    assertThat(whole(whole(written))).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtsp://admin:SECRET#1@10.0.0.9/live",
        "rtsp://admin:1#SECRET@10.0.0.9/live",
        "rtsp://admin:1/SECRET@10.0.0.9/live",
        "rtsp://admin:SECRET/1@10.0.0.9/live",
        "rtsp://admin:1?SECRET@10.0.0.9/live",
        "rtsp://admin/SECRET@10.0.0.9/live",
        "rtsp://SECRET@1/2@10.0.0.9/live",
        "rtsp://me:SECRET@ho st/live",
        "rtsp://me:SECRET@/live",
        "https://me:SECRET#1@10.0.0.9/live",
        "rtsp://me:SECRET@host:99999/live",
        "rtsp://me:SECRET@host/li\nve",
        "rtsp:/me:SECRET@host/live",
        "rtsp//me:SECRET@host/live",
        "me:SECRET@host/live",
        "host/user=me_password=SECRET",
        "host:554/SECRET"
      })
  void whatMayBeReadInTwoWaysIsNeitherTakenNorShown(String written) {
    assertThat(whole(written)).isEqualTo("none");
    assertThat(SourceAddress.hidden(written)).doesNotContain("SECRET").endsWith("...");
  }

  @ParameterizedTest
  @CsvSource({
    "rtsp://me:SECRET@10.0.0.9:554/Streaming/Channels/101, rtsp://10.0.0.9:554/Streaming/Channels/101",
    "rtsp://me:SECRET@h/cam/realmonitor?channel=1&subtype=0, rtsp://h/cam/realmonitor",
    "http://h/axis-cgi/mjpg/video.cgi?user=me&pwd=SECRET, http://h/axis-cgi/mjpg/video.cgi",
    "rtsp://me:SECRET@h//h264Preview_01_main, rtsp://h//h264Preview_01_main",
    "rtsp://h/live#SECRET, rtsp://h/live",
    "rtsp://me:SECRET@h, rtsp://h",
    "https://me:SECRET@h/live, https://h/live",
    "rtsp://h/user=me_password=SECRET_channel=1_stream=0.sdp?real_stream, rtsp://h/...",
    "rtsp://h/user=me&password=SECRET&channel=1, rtsp://h/...",
    "rtsp://10.0.0.9/user=me_password=SEC@RET, rtsp://10.0.0.9/...",
    "http://h/snap/admin/SECRET, http://h/...",
    "rtsp://h:7447/AbCdEfGhIjKlMnOp, rtsp://h:7447/...",
    "rtsp://h/s3cr3t7oken, rtsp://h/...",
    "http://h/SEC%52ET, http://h/...",
    "rtsp://h/pin/1234, rtsp://h/...",
    "rtsp://h/code/4321/live, rtsp://h/...",
    "rtsp://h/root/camera/live, rtsp://h/...",
    "rtsp://h/1/2/3/4/5/6/7/8/9/1/2/3, rtsp://h/...",
    "http://h/9f8a7b6c-5d4e-4f3a-8b2c-1d0e9f8a7b6c/live, http://h/..."
  })
  void onlyAPathOfOrdinaryWordsIsShown(String written, String shown) {
    assertThat(SourceAddress.of(written)).map(SourceAddress::shown).contains(shown);
    assertThat(SourceAddress.hidden(written)).isEqualTo(shown);
    assertThat(SourceAddress.of(written)).map(SourceAddress::toString).contains(shown);
  }

  @Test
  void aPathOfThisMachineIsShown() {
    assertThat(SourceAddress.hidden("/no/such/file.mp4")).isEqualTo("/no/such/file.mp4");
    assertThat(SourceAddress.hidden("100")).isEqualTo("100");
  }

  /** Escaped it is longer: the child, which is handed that, must be able to read it as well. */
  @Test
  void howLongItMayBeIsHeldAgainstWhatIsHandedOn() {
    assertThat(whole("rtsp://me:" + "a".repeat(1_900) + "@h/live")).hasSizeBetween(1_900, 2_000);
    assertThat(whole("rtsp://me:" + "李".repeat(400) + "@h/live")).isEqualTo("none");
    assertThat(whole("rtsp://h/" + "李".repeat(400))).isEqualTo("none");
  }

  @Test
  void whatIsVeryLongIsNotShown() {
    assertThat(SourceAddress.hidden("x".repeat(5_000))).isEqualTo("...");
  }
}
