package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import edgeai.common.fixture.Remux;
import edgeai.common.fixture.TestVideos;
import edgeai.common.video.DecoderHarness.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What recorders and cameras write beside the usual files, whole and as it really comes. */
class ContainersTest {
  private static final int PACKET = 188;

  @TempDir Path folder;

  private Path video(String name) throws IOException {
    return TestVideos.video(folder.resolve(name)).write();
  }

  private Path bytes(String name, byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return Files.write(folder.resolve(name), all.toByteArray());
  }

  @ParameterizedTest
  @CsvSource({
    "a.ts, ts, h264, 1",
    "a.mpg, mpg, mpeg2video, 1",
    "a.vob, mpg, mpeg2video, 1",
    "a.wmv, wmv, wmv2, 1",
    "a.ogv, ogv, vp8, 1",
    "a.3gp, 3gp, mpeg4, 1",
    "a.mxf, mxf, mpeg2video, 1",
    "a.h264, h264, h264, 0",
    "a.m2v, m2v, mpeg2video, 0"
  })
  void everyFrameOfEveryContainerComesInTime(
      String name, String container, String codec, double seconds) throws Exception {
    Path file = Files.move(video(name), folder.resolve("named-like-no-video.txt"));
    Reading reading = SessionHarness.read(file);

    assertThat(reading.header().container()).isEqualTo(container);
    assertThat(reading.header().codec()).isEqualTo(codec);
    assertThat(reading.header().fps()).isCloseTo(25, within(0.1));
    assertThat(reading.header().durationSeconds()).isCloseTo(seconds, within(0.25));
    assertThat((double) reading.header().estimatedFrames()).isCloseTo(25 * seconds, within(6.0));
    assertThat(reading.end()).isEqualTo(new VideoEnd(25, 25, null));
    for (int i = 0; i < 25; i++) {
      assertThat(reading.frames().get(i).mediaTimeMs()).isEqualTo(40L * i);
      assertThat(TestVideos.number(reading.picture(i))).isEqualTo(i);
    }
  }

  @Test
  void whatHasNoContainerRunsAtItsOwnRate() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.m2v")).fps(50).write();
    Reading reading = SessionHarness.read(file);
    assertThat(reading.header().fps()).isEqualTo(50);
    assertThat(reading.header().durationSeconds()).isZero();
    assertThat(reading.times()).startsWith(0L, 20L, 40L).endsWith(480L);
  }

  @Test
  void transportPacketsHaveThreeLengths() throws Exception {
    Path stamped = TestVideos.video(folder.resolve("a.ts")).muxer("mpegts_m2ts_mode", "1").write();
    assertThat(SessionHarness.read(stamped).end()).isEqualTo(new VideoEnd(25, 25, null));

    byte[] plain = Files.readAllBytes(video("b.ts"));
    ByteArrayOutputStream checked = new ByteArrayOutputStream();
    for (int at = 0; at < plain.length; at += PACKET) {
      checked.write(plain, at, PACKET);
      checked.write(new byte[16]);
    }
    Path longer = bytes("c.ts", checked.toByteArray());
    assertThat(SessionHarness.read(longer).end()).isEqualTo(new VideoEnd(25, 25, null));
  }

  /** As a recorder leaves it that writes into a ring, or one that was switched on meanwhile. */
  @ParameterizedTest
  @CsvSource({"a.ts, 70", "a.mpg, 500"})
  void aRecordingMayBeginInTheMiddle(String name, int odd) throws Exception {
    byte[] whole = Files.readAllBytes(TestVideos.video(folder.resolve(name)).frames(75).write());
    int third = whole.length / 3 / PACKET * PACKET + odd;
    Path rest = bytes("rest-" + name, Arrays.copyOfRange(whole, third, whole.length));
    Reading reading = SessionHarness.read(rest);

    assertThat(reading.end().warning()).isNull();
    assertThat(reading.frames()).hasSizeBetween(25, 60);
    assertThat(reading.times()).startsWith(0L, 40L).isSorted().doesNotHaveDuplicates();
    int first = TestVideos.number(reading.picture(0));
    int last = reading.frames().size() - 1;
    assertThat(TestVideos.number(reading.picture(last))).isEqualTo(first + last).isEqualTo(74);
  }

  @Test
  void timesGoOnWhereTheClockOfTheStreamWraps() throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.ts")).muxer("output_ts_offset", "95443.2").write();
    Reading reading = SessionHarness.read(file);
    assertThat(reading.times()).hasSize(25).startsWith(0L, 40L, 80L).endsWith(960L);
    assertThat(reading.header().durationSeconds()).isCloseTo(1, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 20000", "50000, 0", "95442.5, 100"})
  void timesGoOnWhereTwoRecordingsMeet(String first, String second) throws Exception {
    Path a = recording("a.ts", first);
    Path b = recording("b.ts", second);
    Path both = bytes("both.ts", Files.readAllBytes(a), Files.readAllBytes(b));
    Reading reading = SessionHarness.read(both);

    assertThat(reading.frames()).hasSize(100);
    assertThat(reading.times()).isSorted().startsWith(0L, 40L).doesNotHaveDuplicates();
    assertThat(reading.times().get(99)).isBetween(3900L, 4100L);
    assertThat(reading.header().durationSeconds()).isBetween(0.0, 5.0);
  }

  private Path recording(String name, String beginning) throws IOException {
    return TestVideos.video(folder.resolve(name))
        .frames(50)
        .muxer("output_ts_offset", beginning)
        .write();
  }

  @Test
  void whatARecorderPutsInFrontOfAProgramStreamIsPassedOver() throws Exception {
    byte[] front = Arrays.copyOf("IMKH".getBytes(StandardCharsets.US_ASCII), 40);
    Path file = bytes("ch01.mp4", front, Files.readAllBytes(video("a.mpg")));
    assertThat(SessionHarness.read(file).end()).isEqualTo(new VideoEnd(25, 25, null));
  }

  @ParameterizedTest
  @CsvSource({
    "a.ts, the file ends early: \\d+ frames could be read",
    "a.mpg, 'the file ends early: \\d+ frames could be read.*'",
    "a.wmv, 'the file ends early: \\d+ .*frames could be read.*'",
    "a.ogv, the file ends early: \\d+ frames could be read",
    "a.mxf, 'the file ends early: \\d+ .*frames could be read.*'"
  })
  void ofACutFileAllIsReadThatIsThere(String name, String warning) throws Exception {
    Path whole = TestVideos.video(folder.resolve(name)).frames(75).write();
    byte[] bytes = Files.readAllBytes(whole);
    int most = (int) (bytes.length * 0.7) / PACKET * PACKET + 50;
    Reading reading = SessionHarness.read(bytes("cut-" + name, Arrays.copyOf(bytes, most)));
    assertThat(reading.end().warning()).matches(warning);
    assertThat(reading.frames()).hasSizeBetween(25, 74);
    assertThat(reading.times()).isSorted();
  }

  @Test
  void lostPacketsAreDamageAndNoEnd() throws Exception {
    byte[] whole =
        Files.readAllBytes(TestVideos.video(folder.resolve("a.ts")).size(640, 480).write());
    int hole = whole.length / 2 / PACKET * PACKET;
    Path file =
        bytes(
            "lost.ts",
            Arrays.copyOf(whole, hole),
            Arrays.copyOfRange(whole, hole + 6 * PACKET, whole.length));
    Reading reading = SessionHarness.read(file);
    assertThat(reading.end().warning()).matches("the file is damaged in \\d+ places?");
    assertThat(reading.frames()).hasSizeBetween(20, 25);
  }

  @Test
  void soundAloneIsNoVideo() throws Exception {
    Path sound = TestVideos.audioOnly(folder.resolve("a.ts"));
    assertThatThrownBy(() -> SessionHarness.header(sound)).hasMessage("has no video track");
  }

  /** It says of packets when they are decoded; frames are shown as evenly, whatever their order. */
  @ParameterizedTest
  @CsvSource({"mpeg4, 1", "mpeg4, 2", "mpeg2video, 2"})
  void framesBetweenOthersAreShownInTimeInAvi(String encoder, int betweens) throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.avi")).encoder(encoder).betweens(betweens).write();
    Reading reading = SessionHarness.read(file);
    for (int i = 0; i < 25; i++) {
      assertThat(reading.frames().get(i).mediaTimeMs()).isEqualTo(40L * i);
      assertThat(TestVideos.number(reading.picture(i))).isEqualTo(i);
    }
  }

  /** As who copies packets into an AVI of a finer rate leaves it. */
  @Test
  void emptyChunksBetweenFramesAreNoFrames() throws Exception {
    Path file = inFinerAvi(Remux.clip("h264-pyramid", folder), "a.avi");
    Reading reading = SessionHarness.read(file);
    assertThat(reading.end()).isEqualTo(new VideoEnd(76, 76, null));
    assertThat(reading.times()).startsWith(0L, 40L, 80L).endsWith(2920L, 2960L, 3000L);

    Path still =
        TestVideos.video(folder.resolve("b.mp4"))
            .encoder("libopenh264")
            .size(32, 32)
            .paint((frame, canvas) -> {})
            .frames(330)
            .write();
    Path whole = inFinerAvi(still, "b.avi");
    assertThat(SessionHarness.read(whole).end()).isEqualTo(new VideoEnd(330, 330, null));

    Path cut = TestVideos.cut(whole, folder.resolve("cut.avi"), 0.4);
    assertThat(SessionHarness.read(cut).end().warning())
        .matches("the file ends early: \\d\\d\\d of about 3[23]\\d frames could be read");
  }

  /** By a transport stream, whose packets begin with start codes as those of AVI have to. */
  private Path inFinerAvi(Path file, String name) throws IOException {
    Path stream = Remux.of(file).to(folder.resolve("stream.ts"));
    long[] first = new long[1];
    return Remux.of(stream)
        .rate(50)
        .packets(
            (number, packet) -> {
              first[0] = number == 0 ? packet.dts() : first[0];
              packet.pts(packet.pts() - first[0]);
              packet.dts(packet.dts() - first[0]);
              return true;
            })
        .to(folder.resolve(name));
  }
}
