package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.BlobScene;
import edgeai.common.fixture.BlobScene.Blob;
import edgeai.common.wire.Detection;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {

  private static final DetectorOptions CPU = new DetectorOptions("cpu", 1, 1);
  private static final long PLENTY = 100_000_000;

  @TempDir Path folder;

  @Test
  void knowsItsModel() throws Exception {
    try (Detector detector = open(BlobModel.standard(), CPU)) {
      ModelCard card = detector.card();

      assertThat(card.name()).isEqualTo("blobs.v1");
      assertThat(card.sha256()).matches("[0-9a-f]{64}");
      assertThat(card.classes())
          .containsExactly("person", "bicycle", "car", "motorcycle", "bus", "truck");
      assertThat(card.inputWidth()).isEqualTo(640);
      assertThat(card.inputHeight()).isEqualTo(640);
      assertThat(card.provider()).isEqualTo("cpu");
      assertThat(card.note()).isNull();
    }
  }

  @Test
  void theHashTellsModelsApart() throws Exception {
    String standard = sha256(BlobModel.standard());

    assertThat(sha256(BlobModel.standard())).isEqualTo(standard);
    assertThat(sha256(BlobModel.variant())).isNotEqualTo(standard);
  }

  @ParameterizedTest
  @CsvSource({"640, 640", "1280, 720", "768, 432", "810, 1080", "4000, 3000", "333, 1001"})
  void findsEverythingWhereItIs(int width, int height) throws Exception {
    BlobScene scene = corners(BlobModel.standard(), width, height);

    try (Detector detector = open(BlobModel.standard(), CPU)) {
      assertFinds(detector, scene);
    }
  }

  @ParameterizedTest
  @CsvSource({"640, 384, false", "256, 512, false", "640, 384, true", "320, 320, true"})
  void takesAnyInputSizeFixedOrDynamic(int width, int height, boolean dynamic) throws Exception {
    BlobModel fixed = BlobModel.standard().withInput(width, height);
    BlobModel model = dynamic ? fixed.withDynamicInput() : fixed;

    try (Detector detector = open(model, CPU)) {
      assertThat(detector.card().inputWidth()).isEqualTo(width);
      assertThat(detector.card().inputHeight()).isEqualTo(height);
      assertFinds(detector, corners(model, 1280, 720));
    }
  }

  @Test
  void takesOneClassAndOneAnchor() throws Exception {
    BlobModel tiny = BlobModel.standard().withClasses("driver's seat").withInput(64, 64);

    try (Detector detector = open(tiny, CPU)) {
      assertFinds(
          detector, BlobScene.picture(tiny, 64, 64, List.of(new Blob("driver's seat", 0, 0))));
    }
  }

  @Test
  void takesManyClasses() throws Exception {
    String[] names = Collections.nCopies(700, "thing").toArray(String[]::new);
    names[0] = "person";
    BlobModel many = BlobModel.standard().withClasses(names).withInput(320, 320);

    try (Detector detector = open(many, CPU)) {
      assertThat(detector.card().classes()).hasSize(700);
      assertFinds(detector, BlobScene.picture(many, 320, 320, List.of(new Blob("person", 2, 3))));
    }
  }

  @Test
  void findsNothingOnAnEmptyRoadAndNothingAboveCertainty() throws Exception {
    try (Detector detector = open(BlobModel.standard(), CPU)) {
      detector.warmUp();

      assertThat(found(detector, BlobScene.picture(640, 480, List.of()), 0.01)).isEmpty();
      assertThat(found(detector, corners(BlobModel.standard(), 640, 480), 1)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2"})
  void moreThreadsThanCallersTakeTurns(int callers, int threads) throws Exception {
    List<BlobScene> scenes =
        List.of(
            corners(BlobModel.standard(), 640, 640),
            corners(BlobModel.standard(), 1280, 720),
            corners(BlobModel.standard(), 300, 900));
    ExecutorService crowd = Executors.newFixedThreadPool(6);
    try (Detector detector =
        open(BlobModel.standard(), new DetectorOptions("cpu", callers, threads))) {
      List<Callable<Void>> calls =
          Collections.nCopies(10, scenes).stream()
              .flatMap(List::stream)
              .<Callable<Void>>map(
                  scene ->
                      () -> {
                        assertFinds(detector, scene);
                        return null;
                      })
              .toList();

      for (Future<Void> call : crowd.invokeAll(calls)) {
        call.get();
      }
    } finally {
      crowd.shutdownNow();
    }
  }

  @ParameterizedTest
  @CsvSource({"640, 640", "1280, 720", "333, 1001"})
  void findsTheSameInPixelsThatFitAsInThePicture(int width, int height) throws Exception {
    BlobScene scene = corners(BlobModel.standard(), width, height);

    try (Detector detector = open(BlobModel.standard(), CPU);
        Picture picture = Picture.decode(scene.jpeg(), PLENTY)) {
      ModelCard card = detector.card();
      LetterboxGeometry fit =
          LetterboxGeometry.fit(width, height, card.inputWidth(), card.inputHeight());
      byte[] bgr = scaled(picture, fit);
      PixelPicture pixels =
          new PixelPicture(bgr, fit.scaledWidth(), fit.scaledHeight(), width, height);

      Inference inference = detector.infer(pixels, 0.4);

      assertThat(inference.detections())
          .hasSameSizeAs(scene.blobs())
          .isEqualTo(detector.detect(picture, 0.4));
      assertThat(inference.millis()).isPositive();
    }
  }

  private static byte[] scaled(Picture picture, LetterboxGeometry fit) {
    byte[] bgr = new byte[3 * fit.scaledWidth() * fit.scaledHeight()];
    try (Mat scaled = new Mat();
        Size size = new Size(fit.scaledWidth(), fit.scaledHeight())) {
      resize(picture.pixels(), scaled, size, 0, 0, INTER_LINEAR);
      scaled.data().get(bgr);
    }
    return bgr;
  }

  @Test
  void isOfNoUseOnceClosed() throws Exception {
    Detector detector = open(BlobModel.standard(), CPU);
    detector.close();
    detector.close();

    assertThatThrownBy(detector::warmUp)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the detector of blobs.v1 is closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gpu", "cuda:", "cuda:x", "CPU"})
  void refusesProvidersThatItDoesNotKnow(String provider) {
    assertThatThrownBy(() -> new DetectorOptions(provider, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("auto, cpu, cuda or cuda:n");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "-1, 1"})
  void refusesFewerThanOneCallerOrThread(int callers, int threads) {
    assertThatThrownBy(() -> new DetectorOptions("cpu", callers, threads))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1");
  }

  private void assertFinds(Detector detector, BlobScene scene) throws Exception {
    List<Detection> found = found(detector, scene, 0.4);

    assertThat(found).hasSameSizeAs(scene.blobs());
    for (Blob blob : scene.blobs()) {
      assertThat(found)
          .anySatisfy(
              detection -> {
                assertThat(detection.label()).isEqualTo(blob.label());
                assertThat(detection.box()).isEqualTo(scene.box(blob));
                assertThat(detection.confidence()).isBetween(0.8, 0.951);
              });
    }
  }

  private static List<Detection> found(Detector detector, BlobScene scene, double confidence)
      throws Exception {
    try (Picture picture = Picture.decode(scene.jpeg(), PLENTY)) {
      return detector.detect(picture, confidence);
    }
  }

  /** A person, a car and a truck as far out as there is room. */
  private static BlobScene corners(BlobModel model, int width, int height) {
    BlobScene empty = BlobScene.picture(model, width, height, List.of());
    return BlobScene.picture(
        model,
        width,
        height,
        List.of(
            new Blob("person", empty.firstColumn(), empty.firstRow()),
            new Blob("car", empty.lastColumn(), empty.firstRow() + 1),
            new Blob("truck", empty.firstColumn() + 3, empty.lastRow())));
  }

  private String sha256(BlobModel model) throws Exception {
    try (Detector detector = open(model, CPU)) {
      return detector.card().sha256();
    }
  }

  private Detector open(BlobModel model, DetectorOptions options) throws Exception {
    return Detector.open(model.write(folder.resolve("blobs.v1.onnx")), options);
  }
}
