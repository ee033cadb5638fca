package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import edgeai.common.fixture.TestVideos;
import edgeai.common.video.DecoderHarness.Reading;
import java.awt.Color;
import java.awt.Graphics2D;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Videos that are refused, cut off or damaged, and the sentences that say so. */
class VideoRefusalTest {
  private static final String NOT_A_VIDEO =
      "is not a video that can be read (allowed: mp4, mov, mkv, webm, avi, flv, 3gp, ts, mts,"
          + " m2ts, mpg, vob, wmv, asf, ogv, mxf, raw h264, h265, m2v, dv)";

  @TempDir Path folder;

  private static void assertRefused(Path file, VideoLimits limits, String sentence) {
    requireRefusal(
        catchThrowableOfType(VideoException.class, () -> SessionHarness.read(file, 0, limits)),
        sentence);
  }

  /** By a real child process, where it is what protects the server. */
  private static void assertRefusedByChild(Path file, VideoLimits limits, String sentence) {
    requireRefusal(
        catchThrowableOfType(VideoException.class, () -> DecoderHarness.read(file, 0, limits)),
        sentence);
  }

  private static void requireRefusal(VideoException refusal, String sentence) {
    assertThat(refusal).hasMessage(sentence);
    assertThat(refusal.kind()).isEqualTo(VideoException.Kind.REFUSED);
  }

  private Path text(String name, String content) throws Exception {
    return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void whatIsNoVideo() throws Exception {
    VideoLimits limits = VideoLimits.DEFAULT;
    assertRefused(text("empty.mp4", ""), limits, "is empty");
    assertRefused(text("short.mp4", "RIFF"), limits, NOT_A_VIDEO);
    assertRefused(text("text.mp4", "this is a text and no video"), limits, NOT_A_VIDEO);
    assertRefused(text("zip.mp4", "PK\u0003\u0004 and more of that"), limits, NOT_A_VIDEO);
    assertRefused(text("a.avi", "<svg xmlns='http://www.w3.org/2000/svg'/>"), limits, NOT_A_VIDEO);
    assertRefused(text("a.mkv", "ffconcat version 1.0\nfile '/etc/passwd'"), limits, NOT_A_VIDEO);
    assertRefused(text("avi.avi", "RIFF\0\0\1\0AVI and then nonsense"), limits, NOT_A_VIDEO);
    assertThatThrownBy(() -> SessionHarness.header(folder.resolve("nowhere.mp4")))
        .isInstanceOfSatisfying(
            VideoException.class,
            e -> assertThat(e.kind()).isEqualTo(VideoException.Kind.UNAVAILABLE))
        .hasMessage("cannot be read from disk");
  }

  @Test
  void probingRefusesInTheSameWords() throws Exception {
    Path sound = TestVideos.audioOnly(folder.resolve("sound.mp4"));
    assertThatThrownBy(() -> DecoderHarness.header(sound)).hasMessage("has no video track");
    Path empty = text("empty.mp4", "");
    assertThatThrownBy(() -> DecoderHarness.header(empty)).hasMessage("is empty");
  }

  @Test
  void whatHasNoPictures() throws Exception {
    Path mkv = TestVideos.audioOnly(folder.resolve("sound.mkv"));
    assertRefused(mkv, VideoLimits.DEFAULT, "has no video track");
  }

  @Test
  void whatIsTooLargeOrTooLong() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.mp4")).write();
    assertRefused(
        file,
        VideoLimits.DEFAULT.withMaxPixels(160 * 119),
        "has frames of 160x120 pixels, more than the 19040 allowed");
    assertThat(SessionHarness.read(file, 0, VideoLimits.DEFAULT.withMaxPixels(160 * 120)).frames())
        .hasSize(25);
    assertRefused(
        file, VideoLimits.DEFAULT.withMaxSeconds(0.5), "lasts 1 s, more than the 0.5 s allowed");
    assertThat(SessionHarness.read(file, 0, VideoLimits.DEFAULT.withMaxSeconds(1)).frames())
        .hasSize(25);
  }

  @Test
  void moreThan8k() throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.avi"))
            .size(7680, 4321)
            .frames(1)
            .paint((f, g) -> {})
            .write();
    assertRefused(
        file,
        VideoLimits.DEFAULT,
        "has frames of 7680x4321 pixels, more than the 33177600 allowed");
  }

  @Test
  void aLengthThatOnlyDecodingTells() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.webm")).muxer("live", "1").write();
    assertThatThrownBy(() -> SessionHarness.read(file, 0, VideoLimits.DEFAULT.withMaxSeconds(0.5)))
        .hasMessage("lasts longer than the 0.5 s allowed");
  }

  @Test
  void picturesThatAreLargerThanTheContainerSays() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.avi")).frames(2).write();
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int sizes = text.indexOf("strf") + 12;
    bytes[sizes] = 16;
    bytes[sizes + 4] = 16;
    Files.write(file, bytes);
    assertThatThrownBy(
            () -> SessionHarness.read(file, 0, VideoLimits.DEFAULT.withMaxPixels(16 * 16)))
        .isInstanceOf(VideoException.class)
        .satisfies(e -> assertThat(e.getMessage()).containsAnyOf("no frame of it", "more than"));
  }

  @Test
  void moreMemoryThanAllowed() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.avi")).frames(2).write();
    VideoLimits limits = VideoLimits.DEFAULT.withMemoryMegabytes(64);
    assertRefusedByChild(file, limits, "needs more memory to decode than is allowed");
  }

  /** Playlists are how a file makes a decoder fetch addresses for its sender. */
  @Test
  void noAddressIsEverAskedAndNoOtherFileOpened() throws Exception {
    try (ServerSocket server = new ServerSocket(0)) {
      server.setSoTimeout(1);
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/secret";
      String hls = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + address + "\n";
      VideoLimits limits = VideoLimits.DEFAULT;
      assertRefusedByChild(text("hls.mp4", hls), limits, NOT_A_VIDEO);
      assertRefusedByChild(text("hls.m3u8", hls), limits, NOT_A_VIDEO);
      assertRefusedByChild(text("a.wmv", "[Reference]\r\nRef1=" + address), limits, NOT_A_VIDEO);
      assertRefusedByChild(
          text("a.asx", "<asx><ref href='" + address + "'/></asx>"), limits, NOT_A_VIDEO);
      assertRefusedByChild(text("hidden.flv", "FLV\u0001\u0005\n" + hls), limits, NOT_A_VIDEO);
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  /** QuickTime lets a track's pictures lie in another file, named by its path. */
  @Test
  void picturesInAnotherFileStayThere() throws Exception {
    Path other = TestVideos.video(folder.resolve("other.mov")).write();
    byte[] bytes = Files.readAllBytes(other);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int entry = text.indexOf("dref") + 12;
    byte[] alias = alias(other.toString());
    ByteBuffer referring = ByteBuffer.allocate(bytes.length - 12 + alias.length);
    referring.put(bytes, 0, entry).put(alias).put(bytes, entry + 12, bytes.length - entry - 12);
    for (String box : List.of("moov", "trak", "mdia", "minf", "dinf", "dref")) {
      int at = text.lastIndexOf(box, entry) - 4;
      referring.putInt(at, referring.getInt(at) + alias.length - 12);
    }
    int pictures = text.indexOf("mdat") + 4;
    Arrays.fill(referring.array(), pictures, text.indexOf("moov") - 4, (byte) 0);
    Path file = Files.write(folder.resolve("referring.mov"), referring.array());
    assertRefusedByChild(
        file, VideoLimits.DEFAULT, "has a video track, but no frame of it can be read (mjpeg)");
  }

  /** A data reference of the type "alis" (QuickTime File Format, data reference atoms). */
  private static byte[] alias(String path) {
    byte[] name = (path + (path.length() % 2 == 0 ? "" : "\0")).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer alias = ByteBuffer.allocate(12 + 150 + 4 + name.length + 4);
    alias.putInt(alias.capacity()).put("alis".getBytes(StandardCharsets.US_ASCII));
    alias.position(12 + 150);
    alias.putShort((short) 2).putShort((short) name.length).put(name).putInt(-1);
    return alias.array();
  }

  @ParameterizedTest
  @CsvSource({
    "a.mp4, movflags, +faststart, the file ends early: \\d+ of 38 frames could be read",
    "a.mov, movflags, +faststart, the file ends early: \\d+ of 38 frames could be read",
    "a.avi, '', '', the file ends early: \\d+ of 38 frames could be read",
    "a.mkv, '', '', the file ends early: \\d+ of about 38 frames could be read",
    "a.webm, '', '', the file ends early: \\d+ of about 38 frames could be read",
    "a.flv, '', '', the file ends early: \\d+ of about 38 frames could be read"
  })
  void ofACutFileAllIsReadThatIsThere(String name, String option, String value, String warning)
      throws Exception {
    var recipe = TestVideos.video(folder.resolve(name)).frames(38);
    Path whole = (option.isEmpty() ? recipe : recipe.muxer(option, value)).write();
    Path part = TestVideos.cut(whole, folder.resolve("cut-" + name), 0.7);
    Reading reading = SessionHarness.read(part);
    assertThat(reading.end().warning()).matches(warning);
    assertThat(reading.end().decodedFrames()).isBetween(15, 37).isEqualTo(reading.frames().size());
    int last = reading.frames().size() - 1;
    assertThat(TestVideos.number(reading.picture(last))).isEqualTo(last);
  }

  @Test
  void aFileCutOffBeforeItsIndex() throws Exception {
    Path whole = TestVideos.video(folder.resolve("a.mp4")).write();
    assertRefused(
        TestVideos.cut(whole, folder.resolve("cut.mp4"), 0.7),
        VideoLimits.DEFAULT,
        "was cut off before its index (the moov box at the end), so no frame can be read");
  }

  @ParameterizedTest
  @CsvSource({"a.mp4", "a.mkv", "a.avi", "a.webm"})
  void damageInTheMiddleIsSaidAndSurvived(String name) throws Exception {
    Path whole =
        TestVideos.video(folder.resolve(name)).size(320, 240).frames(38).paint(this::snow).write();
    Path damaged = TestVideos.damaged(whole, folder.resolve("bad-" + name), 0.4, 0.5);
    Reading reading = SessionHarness.read(damaged);
    assertThat(reading.end().warning()).containsAnyOf("is damaged in", "ends early");
    assertThat(reading.end().decodedFrames()).isGreaterThan(10);
    assertThat(reading.times()).isSorted();
  }

  private void snow(int frame, Graphics2D canvas) {
    Random random = new Random(frame);
    for (int i = 0; i < 3000; i++) {
      canvas.setColor(new Color(random.nextInt(1 << 24)));
      canvas.fillRect(random.nextInt(320), random.nextInt(240), 6, 6);
    }
  }
}
