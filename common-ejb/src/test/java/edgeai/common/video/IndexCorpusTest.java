package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;

import edgeai.common.fixture.EditList;
import edgeai.common.fixture.EditList.Edit;
import edgeai.common.fixture.Remux;
import edgeai.common.fixture.TestVideos;
import edgeai.common.fixture.VideoRecipe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Videos of many codecs and containers, and such as mislead: what is cut out of them is what
 * decoding from the beginning gives, or they are not cut and it is said why.
 */
class IndexCorpusTest {
  @TempDir Path folder;

  private VideoRecipe video(String name, String encoder) {
    return TestVideos.video(folder.resolve(name)).encoder(encoder).frames(61);
  }

  @ParameterizedTest
  @CsvSource({
    "a.mp4, libopenh264, 0, 6",
    "a.flv, libopenh264, 0, 6",
    "a.mp4, mpeg4, 0, 7",
    "b.mp4, mpeg4, 2, 6",
    "a.mkv, mpeg4, 3, 6",
    "a.avi, mpeg4, 0, 7",
    "a.mkv, mpeg2video, 2, 6",
    "a.mov, mpeg2video, 2, 6",
    "a.mkv, mpeg1video, 2, 6",
    "a.webm, libvpx, 0, 6",
    "b.webm, libvpx-vp9, 0, 6",
    "b.mp4, libvpx-vp9, 0, 6",
    "c.mp4, libaom-av1, 0, 6",
    "c.mkv, libaom-av1, 0, 6",
    "a.avi, mjpeg, 0, 61",
    "a.mov, mjpeg, 0, 61",
    "p.mov, png, 0, 61",
    "d.avi, ffvhuff, 0, 61",
    "e.avi, utvideo, 0, 61",
    "f.avi, rawvideo, 0, 61"
  })
  void codecsAreCutAtTheirKeyFrames(String name, String encoder, int betweens, int segments)
      throws Exception {
    Path file = video(name, encoder).betweens(betweens).write();
    assertThat(IndexHarness.segments(file)).isEqualTo(segments);
  }

  @ParameterizedTest
  @CsvSource({
    "h264-pyramid, mp4, 4",
    "h264-pyramid, mov, 4",
    "h264-pyramid, mkv, 4",
    "h264-pyramid, flv, 4",
    "hevc-open, mp4, 4",
    "hevc-open, mov, 4",
    "hevc-open, mkv, 4",
    "hevc-radl, mp4, 4",
    "hevc-radl, mkv, 4"
  })
  void picturesMayBeShownInAnotherOrder(String clip, String container, int segments)
      throws Exception {
    Path file = Remux.of(Remux.clip(clip, folder)).to(folder.resolve("x." + container));
    assertThat(IndexHarness.segments(file)).isEqualTo(segments);
  }

  /** Only its first picture is an IDR. */
  @ParameterizedTest
  @CsvSource({"mp4", "mkv", "flv"})
  void aRecoveryPointIsNoCleanPlace(String container) throws Exception {
    Path file = Remux.of(Remux.clip("h264-open", folder)).to(folder.resolve("x." + container));
    assertThat(IndexHarness.segments(file)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"h264-open, 1", "h264-pyramid, 4", "hevc-open, 4"})
  void whatTheContainerMarksIsNotBelieved(String clip, int segments) throws Exception {
    Path source = Remux.clip(clip, folder);
    Path all =
        Remux.of(source)
            .packets((number, packet) -> packet.flags(AV_PKT_FLAG_KEY) != null)
            .to(folder.resolve("all.mkv"));
    assertThat(IndexHarness.segments(all)).isEqualTo(segments);
    Path none =
        Remux.of(source)
            .packets((number, packet) -> packet.flags(0) != null)
            .to(folder.resolve("none.mkv"));
    assertThat(IndexHarness.segments(none)).isEqualTo(segments);
    Path before =
        Remux.of(source)
            .packets(
                (number, packet) -> packet.flags(number % 25 == 24 ? AV_PKT_FLAG_KEY : 0) != null)
            .to(folder.resolve("before.mp4"));
    assertThat(IndexHarness.segments(before)).isEqualTo(segments);
  }

  @ParameterizedTest
  @CsvSource({"h264-pyramid, 4", "hevc-open, 4", "hevc-radl, 4"})
  void fragmentsMayBeginAnywhere(String clip, int segments) throws Exception {
    Path file =
        Remux.of(Remux.clip(clip, folder))
            .option("movflags", "frag_every_frame+empty_moov")
            .to(folder.resolve("frames.mp4"));
    assertThat(IndexHarness.segments(file)).isEqualTo(segments);
    Path parts =
        Remux.of(Remux.clip(clip, folder))
            .option("movflags", "empty_moov")
            .option("frag_duration", "700000")
            .to(folder.resolve("parts.mp4"));
    assertThat(IndexHarness.segments(parts)).isEqualTo(segments);
  }

  @ParameterizedTest
  @CsvSource({"h264-pyramid", "h264-open", "hevc-open", "hevc-radl"})
  void editListsAreObeyed(String clip) throws Exception {
    int second = 12_800;
    Path file = Remux.of(Remux.clip(clip, folder)).to(folder.resolve("one.mp4"));
    EditList.set(file, List.of(new Edit(2000, second / 2)));
    assertThat(IndexHarness.segments(file)).isPositive();

    Path late = Remux.of(Remux.clip(clip, folder)).to(folder.resolve("late.mp4"));
    EditList.set(late, List.of(new Edit(700, -1), new Edit(1500, second * 3 / 4)));
    assertThat(IndexHarness.segments(late)).isPositive();
  }

  @Test
  void twoEditsAreCutOrNot() throws Exception {
    for (String clip : List.of("h264-pyramid", "h264-open", "hevc-open", "hevc-radl")) {
      for (int second : List.of(6_000, 14_000, 20_000, 26_000)) {
        Path file = Remux.of(Remux.clip(clip, folder)).to(folder.resolve("two.mp4"));
        EditList.set(file, List.of(new Edit(800, 3_000), new Edit(900, second)));
        agrees(file);
      }
    }
  }

  /** Either the same as from the beginning, or a reason. */
  private static void agrees(Path file) throws Exception {
    IndexReport report = IndexHarness.index(file);
    if (report.usable()) {
      IndexHarness.segments(file);
    } else {
      assertThat(report.reason()).isNotBlank();
    }
  }

  @Test
  void timesMayBeUnevenAndBeginLate() throws Exception {
    Path uneven =
        video("a.mkv", "libopenh264")
            .at(frame -> 40L * frame + (frame % 3) * 13L + frame * frame)
            .write();
    assertThat(IndexHarness.segments(uneven)).isEqualTo(6);
    Path late = video("b.mp4", "mpeg4").betweens(2).at(frame -> 5000 + 33L * frame).write();
    assertThat(IndexHarness.segments(late)).isEqualTo(6);
    Path offset =
        Remux.of(Remux.clip("h264-pyramid", folder))
            .option("output_ts_offset", "3.3")
            .to(folder.resolve("c.mkv"));
    assertThat(IndexHarness.segments(offset)).isEqualTo(4);
  }

  @Test
  void sizesMayBeOddAndPicturesTurned() throws Exception {
    Path odd = video("a.mp4", "mpeg4").size(101, 67).write();
    assertThat(IndexHarness.segments(odd)).isGreaterThanOrEqualTo(6);
    Path turned = video("b.mov", "mjpeg").size(120, 80).rotated(90).write();
    assertThat(IndexHarness.segments(turned)).isEqualTo(61);
    Path wide = video("c.mp4", "mpeg4").aspect(4, 3).rotated(270).write();
    assertThat(IndexHarness.segments(wide)).isGreaterThanOrEqualTo(6);
  }

  /** What others refer to is missing: how that is made up depends on where decoding began. */
  @ParameterizedTest
  @CsvSource({"h264-pyramid", "hevc-open"})
  void lostPacketsAreNoticed(String clip) throws Exception {
    assertThat(refusedForLoss(clip, 9)).isBetween(2, 7);
  }

  @ParameterizedTest
  @Tag("long")
  @CsvSource({"h264-pyramid", "h264-open", "hevc-open", "hevc-radl"})
  void lostPacketsAreNoticedWhicheverTheyAre(String clip) throws Exception {
    assertThat(refusedForLoss(clip, 4)).isBetween(5, 15); // what nobody refers to may be missing
  }

  private int refusedForLoss(String clip, int step) throws Exception {
    int refused = 0;
    for (int lost = 1; lost < 76; lost += step) {
      int missing = lost;
      Path file =
          Remux.of(Remux.clip(clip, folder))
              .packets((number, packet) -> number != missing)
              .to(folder.resolve("lost.mkv"));
      IndexReport report = IndexHarness.index(file);
      refused += report.usable() ? 0 : 1;
      if (report.usable()) {
        assertThat(IndexHarness.segments(file)).isPositive();
      }
    }
    return refused;
  }

  @ParameterizedTest
  @CsvSource({
    "a.ts, libopenh264, 0, has frames that do not lie in the file in one piece",
    "a.mpg, mpeg2video, 2, has frames that do not lie in the file in one piece",
    "a.avi, mpeg4, 2, has frames without times",
    "a.wmv, wmv2, 0, is coded in a way in which key frames are not proven (wmv2)",
    "a.flv, flv, 0, is coded in a way in which key frames are not proven (flv1)",
    "a.h264, libopenh264, 0, has frames without times"
  })
  void whatIsNotProvenGoesByFrames(String name, String encoder, int betweens, String reason)
      throws Exception {
    Path file = video(name, encoder).betweens(betweens).write();
    assertThat(IndexHarness.reason(file)).isEqualTo(reason);
  }

  @Test
  void oneEndlessGroupOfPicturesIsNotCut() throws Exception {
    Path file =
        video("a.webm", "libvpx")
            .size(32, 32)
            .paint((at, canvas) -> {})
            .keys(5000)
            .frames(1100)
            .write();
    assertThat(IndexHarness.reason(file)).isEqualTo("has key frames too far apart");
    Path shorter =
        video("b.webm", "libvpx").paint((at, canvas) -> {}).keys(5000).frames(60).write();
    assertThat(IndexHarness.segments(shorter)).isEqualTo(1);
  }

  @Test
  void fieldsAreNotCut() throws Exception {
    Path file = video("a.mkv", "mpeg2video").size(320, 240).interlaced(true).write();
    assertThat(IndexHarness.reason(file)).contains("interlaced");
  }

  @Test
  void twoFramesAtOneTimeAreNotTold() throws Exception {
    Path file =
        Remux.of(Remux.clip("h264-pyramid", folder))
            .packets((number, packet) -> number != 30 || packet.pts(packet.pts() - 512) != null)
            .to(folder.resolve("a.mkv"));
    assertThat(IndexHarness.reason(file)).isEqualTo("shows two frames at the same time");
  }

  @Test
  void whatBeginsInTheMiddleIsNotCut() throws Exception {
    for (String clip : List.of("h264-pyramid", "hevc-open")) {
      Path file =
          Remux.of(Remux.clip(clip, folder))
              .packets((number, packet) -> number >= 8)
              .to(folder.resolve("a.mkv"));
      assertThat(IndexHarness.reason(file)).contains("begins").contains("before it");
    }
  }

  @Test
  void whatEndsEarlyOrIsTooLongGoesByFrames() throws Exception {
    Path whole = video("a.mkv", "libopenh264").write();
    Path cut = TestVideos.cut(whole, folder.resolve("cut.mkv"), 0.7);
    assertThat(IndexHarness.reason(cut)).isIn("ends early", "is damaged");
    assertThat(IndexHarness.index(whole, VideoLimits.DEFAULT.withMaxSeconds(1)).reason())
        .isEqualTo("lasts longer than is allowed");
  }

  /** What was damaged is told by the index, or by who decodes the piece; the rest is the same. */
  @ParameterizedTest
  @CsvSource({"h264-pyramid", "h264-open", "hevc-open", "hevc-radl"})
  void damageIsTold(String clip) throws Exception {
    Path whole = Remux.clip(clip, folder);
    for (int percent = 7; percent < 70; percent += 9) {
      Path file = folder.resolve("damaged.mp4");
      TestVideos.damaged(whole, file, percent / 100.0, percent / 100.0 + 0.004);
      IndexReport report = IndexHarness.index(file);
      if (report.usable()) {
        assertThat(IndexHarness.segments(file, true)).isPositive();
      } else {
        assertThat(report.reason()).isNotBlank();
      }
    }
  }
}
