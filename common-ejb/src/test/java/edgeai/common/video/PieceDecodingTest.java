package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.TestVideos;
import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.PiecePacket;
import edgeai.common.video.DecoderHarness.Reading;
import edgeai.common.video.PieceHarness.Answer;
import edgeai.common.video.PieceMaker.Cut;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames of pieces are those of the whole video, bit by bit. */
class PieceDecodingTest {
  private static final int FRAMES = 60;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"a.mp4, libopenh264", "a.mkv, libopenh264", "a.mov, mjpeg", "a.webm, libvpx"})
  void framesAreThoseOfTheWholeVideo(String name, String encoder) throws Exception {
    Path file = TestVideos.video(folder.resolve(name)).encoder(encoder).frames(FRAMES).write();
    Reading all = SessionHarness.read(file);
    PieceMaker maker = new PieceMaker(file);
    assertThat(maker.frames()).isEqualTo(FRAMES);
    List<Integer> keys = maker.keys();
    assertThat(keys.size()).isGreaterThan(3);
    for (int i = 0; i < keys.size(); i++) {
      int to = i + 2 < keys.size() ? keys.get(i + 2) : FRAMES;
      same(all, maker.cut(keys.get(i), to, index -> true, true));
      Cut sampled = maker.cut(keys.get(i), to, every(5), true);
      if (!sampled.header().frames().isEmpty()) {
        same(all, sampled);
      }
    }
  }

  private static Answer same(Reading all, Cut cut) throws Exception {
    Answer answer = PieceHarness.pictures(cut);
    assertThat(answer.shots()).hasSameSizeAs(cut.header().frames());
    for (PieceShot shot : answer.shots()) {
      int index = (int) cut.header().frames().get(shot.position()).index();
      assertThat(shot.jpeg()).isEqualTo(all.frames().get(index).jpeg());
      assertThat(shot.bgr()).isEmpty();
    }
    assertThat(answer.report().faults()).containsOnlyNulls();
    return answer;
  }

  @ParameterizedTest
  @CsvSource({"a.mp4, libopenh264", "a.mov, mjpeg"})
  void nothingBehindTheLastWantedFrameIsDecoded(String name, String encoder) throws Exception {
    Path file = TestVideos.video(folder.resolve(name)).encoder(encoder).frames(FRAMES).write();
    Cut cut = new PieceMaker(file).whole(index -> index == 20);
    assertThat(PieceHarness.pictures(cut).report().decodedFrames()).isEqualTo(21);
  }

  @Test
  void pixelsAreAsLargeAsTheNetworkCanUseAndUpright() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.mov")).rotated(90).frames(3).write();
    Cut cut = new PieceMaker(file).whole(index -> true);
    Answer answer = PieceHarness.decode(cut, 80, 80);
    for (PieceShot shot : answer.shots()) {
      assertThat(shot.width()).isEqualTo(120);
      assertThat(shot.height()).isEqualTo(160);
      assertThat(shot.bgrWidth()).isEqualTo(60);
      assertThat(shot.bgrHeight()).isEqualTo(80);
      assertThat(shot.bgr()).hasSize(3 * 60 * 80);
    }
    assertThat(answer.shots().get(1).bgr()).isNotEqualTo(answer.shots().get(2).bgr());
  }

  @Test
  void picturesAreAsLargeAsANetworkCanUseWhereTheyAreForOne() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.mov")).rotated(90).frames(2).write();
    Cut cut = new PieceMaker(file).whole(index -> true);
    PieceOutput output = PieceOutput.pictures(40, 40, SessionHarness.JPEG_QUALITY);
    for (PieceShot shot : PieceHarness.decode(cut, output).shots()) {
      PiecePicture picture = shot.picture(new PieceRequest(cut.header(), output));
      BufferedImage jpeg = ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
      assertThat(new PictureSize(jpeg.getWidth(), jpeg.getHeight()))
          .isEqualTo(new PictureSize(picture.jpegWidth(), picture.jpegHeight()))
          .isEqualTo(new PictureSize(30, 40));
      assertThat(new PictureSize(picture.width(), picture.height()))
          .isEqualTo(new PictureSize(120, 160));
      assertThat(picture.bgr()).isEmpty();
    }
  }

  private static IntPredicate every(int step) {
    return index -> index % step == 0;
  }

  @Test
  void aRealChildDecodesPieceAfterPiece() throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.mp4")).encoder("libopenh264").frames(FRAMES).write();
    Reading all = SessionHarness.read(file);
    PieceMaker maker = new PieceMaker(file);
    try (PieceDecoder decoder =
        PieceDecoder.start(DecoderHarness.COMMAND, VideoLimits.DEFAULT, DecoderHarness.TIMER)) {
      for (int key : maker.keys()) {
        Cut cut = maker.cut(key, FRAMES, every(7), true);
        if (cut.header().frames().isEmpty()) {
          continue;
        }
        List<PiecePicture> pictures = PieceReadings.read(decoder, cut, 64, 64);
        assertThat(decoder.end().missed()).isEmpty();
        assertThat(pictures).hasSameSizeAs(cut.header().frames());
        for (PiecePicture picture : pictures) {
          assertThat(picture.jpeg()).isEqualTo(all.frames().get((int) picture.index()).jpeg());
          assertThat(picture.id()).isEqualTo(1_000 + picture.index());
          assertThat(picture.bgrWidth()).isEqualTo(64);
          assertThat(picture.bgrHeight()).isEqualTo(48);
          assertThat(picture.bgr()).hasSize(3 * 64 * 48);
        }
      }
    }
  }

  @Test
  void oneFrameIsHadAsAPicture() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.mov")).frames(5).write();
    byte[] whole = SessionHarness.read(file).frames().get(3).jpeg();
    Cut cut = new PieceMaker(file).whole(index -> index == 3);
    List<PiecePicture> pictures;
    try (PieceDecoder decoder =
        PieceDecoder.start(DecoderHarness.COMMAND, VideoLimits.DEFAULT, DecoderHarness.TIMER)) {
      pictures = PieceReadings.read(decoder, cut, 0, 0);
    }
    assertThat(pictures).hasSize(1);
    assertThat(pictures.get(0).jpeg()).isEqualTo(whole);
  }

  @Test
  void damageSpoilsWhatMayReferToItAndNothingElse() throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.mp4")).encoder("libopenh264").frames(FRAMES).write();
    Reading all = SessionHarness.read(file);
    PieceMaker maker = new PieceMaker(file);
    List<Integer> keys = maker.keys();
    int damaged = keys.get(1) + 3;
    Cut whole = maker.whole(index -> true);
    byte[] payload = whole.payload().clone();
    int at =
        whole.header().packets().subList(0, damaged).stream().mapToInt(PiecePacket::size).sum();
    int size = whole.header().packets().get(damaged).size();
    for (int i = at + size / 4; i < at + size; i++) {
      payload[i] ^= (byte) (i * 31);
    }
    Answer answer = PieceHarness.pictures(whole.with(payload));
    for (int i = 0; i < FRAMES; i++) {
      boolean reached = i >= damaged && i < keys.get(2);
      assertThat(answer.report().faults().get(i)).isEqualTo(reached ? PieceFault.DAMAGED : null);
    }
    for (PieceShot shot : answer.shots()) {
      assertThat(shot.jpeg()).isEqualTo(all.frames().get(shot.position()).jpeg());
    }
  }

  /** Frames that come first, but are decoded after one that turns out to be damaged. */
  @Test
  void damageSpoilsWhatIsShownBeforeItAndRefersToIt() throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.mp4")).encoder("mpeg4").betweens(2).frames(10).write();
    Cut whole = new PieceMaker(file).whole(index -> true);
    List<PiecePacket> packets = whole.header().packets();
    assertThat(packets.get(1).pts()).isGreaterThan(packets.get(3).pts());
    byte[] payload = whole.payload().clone();
    int at = packets.get(0).size();
    for (int i = at + packets.get(1).size() / 2; i < at + packets.get(1).size(); i++) {
      payload[i] ^= (byte) (i * 31);
    }
    Answer answer = PieceHarness.pictures(whole.with(payload));
    assertThat(answer.shots()).extracting(PieceShot::position).containsExactly(0);
    assertThat(answer.report().faults().subList(1, 10)).containsOnly(PieceFault.DAMAGED);
  }

  @Test
  void fieldsAreLeftToThoseWhoSeeTheWholeVideo() throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.mkv"))
            .encoder("mpeg2video")
            .interlaced(true)
            .frames(5)
            .write();
    Answer answer = PieceHarness.pictures(new PieceMaker(file).whole(index -> true));
    assertThat(answer.shots()).isEmpty();
    assertThat(answer.report().faults()).containsOnly(PieceFault.INTERLACED);
  }

  @Test
  void aFrameThatIsNotThereIsMissing() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.mov")).frames(5).write();
    Cut cut = new PieceMaker(file).whole(index -> index == 1);
    PieceHeader header = cut.header();
    PieceFrame other = new PieceFrame(9, 2, Long.MAX_VALUE / 2, 0, false);
    List<PieceFrame> frames = List.of(header.frames().get(0), other);
    PieceHeader asked =
        new PieceHeader(header.track(), new byte[0], Double.NaN, frames, header.packets());
    Answer answer = PieceHarness.pictures(new Cut(asked, cut.payload()));
    assertThat(answer.report().faults()).containsExactly(null, PieceFault.MISSING);
  }
}
