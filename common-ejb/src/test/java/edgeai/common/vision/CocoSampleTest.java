package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgeai.common.fixture.SampleExpectations;
import edgeai.common.wire.Detection;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The bundled model that was trained on photographs. */
class CocoSampleTest {
  private static final double SAME = 0.5;
  private static final int MORE = 16;

  @TempDir private static Path folder;

  private static Detector detector;

  @BeforeAll
  static void open() throws Exception {
    assumeTrue(
        BundledModel.COCO.isThere(),
        "this build has no coco.onnx, as npm or its registry was out of reach");
    Path file = BundledModel.COCO.in(folder);
    detector = Detector.open(file, new DetectorOptions("cpu", 1, 1));
  }

  @AfterAll
  static void close() {
    if (detector != null) {
      detector.close();
    }
  }

  @Test
  void isReadAsWhatItIs() {
    ModelCard card = detector.card();

    assertThat(card.classes()).hasSize(80).startsWith("person", "bicycle", "car").contains("bus");
    assertThat(card.inputSize()).isEqualTo("300x300");
    assertThat(card.licence()).isEqualTo("Apache-2.0");
    assertThat(card.confidence()).isEqualTo(0.3);
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "EDGE_SAMPLES",
      matches = ".+",
      disabledReason = "EDGE_SAMPLES does not name a folder with samples")
  void findsEachCarOnTheHighway() throws Exception {
    SampleExpectations expected = expected("highway.json");
    int wanted = 0;
    int all = 0;
    List<Detection> missed = new ArrayList<>();

    try (FFmpegFrameGrabber video = new FFmpegFrameGrabber(sample("highway.mp4").toFile())) {
      avutil.av_log_set_level(avutil.AV_LOG_ERROR);
      video.setPixelFormat(avutil.AV_PIX_FMT_BGR24);
      video.start();
      Frame frame = video.grabImage();
      for (int index = 0; frame != null; index++) {
        if (expected.frames().contains(index)) {
          List<Detection> found =
              detector.infer(pixels(frame), detector.card().confidence()).detections();
          List<Detection> cars =
              expected.detections(index).stream().filter(one -> one.label().equals("car")).toList();
          wanted += cars.size();
          all += found.size();
          missed.addAll(missed(cars, found));
        }
        frame = video.grabImage();
      }
    }
    assertThat(wanted).isEqualTo(76);
    assertThat(missed).isEmpty();
    assertThat(all).as("a few besides").isLessThanOrEqualTo(76 + MORE);
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "EDGE_SAMPLES",
      matches = ".+",
      disabledReason = "EDGE_SAMPLES does not name a folder with samples")
  void findsTheBusAndMostOfThosePassing() throws Exception {
    SampleExpectations expected = expected("bus.json");

    try (Picture street = Picture.decode(Files.readAllBytes(sample("bus.jpg")), 10_000_000)) {
      List<Detection> found = detector.detect(street, detector.card().confidence());

      assertThat(found).extracting(Detection::label).contains("bus");
      assertThat(missed(expected.detections(0), found)).hasSizeLessThanOrEqualTo(1);
    }
  }

  private static List<Detection> missed(List<Detection> expected, List<Detection> found) {
    return expected.stream()
        .filter(
            one ->
                found.stream()
                    .noneMatch(
                        other ->
                            other.label().equals(one.label())
                                && SampleExpectations.overlap(one.box(), other.box()) >= SAME))
        .toList();
  }

  private static PixelPicture pixels(Frame frame) {
    byte[] bgr = new byte[3 * frame.imageWidth * frame.imageHeight];
    ByteBuffer rows = (ByteBuffer) frame.image[0];
    for (int row = 0; row < frame.imageHeight; row++) {
      rows.get(row * frame.imageStride, bgr, row * 3 * frame.imageWidth, 3 * frame.imageWidth);
    }
    return new PixelPicture(
        bgr, frame.imageWidth, frame.imageHeight, frame.imageWidth, frame.imageHeight);
  }

  private static SampleExpectations expected(String name) throws Exception {
    return SampleExpectations.read(sample("expected").resolve(name));
  }

  private static Path sample(String name) {
    return Path.of(System.getenv("EDGE_SAMPLES")).resolve(name);
  }
}
