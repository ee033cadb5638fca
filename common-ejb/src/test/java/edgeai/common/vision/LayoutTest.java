package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.BlobExport;
import edgeai.common.fixture.BlobExport.Layout;
import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.BlobScene;
import edgeai.common.fixture.BlobScene.Blob;
import edgeai.common.fixture.OnnxWriter.Type;
import edgeai.common.wire.Detection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The layouts that people have: each finds what the plain one finds. */
class LayoutTest {

  private static final BlobModel MODEL = BlobModel.standard();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Layout.class)
  void findsEverythingInAnyLayout(Layout layout) throws Exception {
    assertFindsEverything(BlobExport.of(MODEL, layout));
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void findsEverythingWithOpenAxes(Layout layout) throws Exception {
    assertFindsEverything(BlobExport.of(MODEL.withInput(640, 384).withDynamicInput(), layout));
  }

  @ParameterizedTest
  @CsvSource({
    "PLAIN, FLOAT, HALF",
    "PLAIN, HALF, HALF",
    "PLAIN, HALF, FLOAT",
    "PLAIN, FLOAT, DOUBLE",
    "PLAIN, DOUBLE, DOUBLE",
    "TRANSPOSED, HALF, HALF",
    "END_TO_END, HALF, HALF",
    "END_TO_END_OF_ANY_LENGTH, HALF, HALF",
    "END_TO_END_OF_ANY_LENGTH, FLOAT, DOUBLE",
    "YOLOX, HALF, DOUBLE",
    "YOLOX_DECODED, HALF, HALF",
    "YOLOV5, HALF, HALF",
    "YOLOV6, DOUBLE, DOUBLE",
    "RT_DETR, HALF, FLOAT",
    "RT_DETR, FLOAT, DOUBLE",
    "RT_DETR_RANKED, HALF, DOUBLE",
    "LABELS_BOXES_SCORES, HALF, DOUBLE",
    "LOGITS_PRED_BOXES, HALF, DOUBLE"
  })
  void findsEverythingInAnyPrecision(Layout layout, Type input, Type output) throws Exception {
    assertFindsEverything(BlobExport.of(MODEL, layout).withTypes(input, output));
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void twoClassesMakeSixColumnsAndAreStillToldApart(Layout layout) throws Exception {
    assertFindsEverything(BlobExport.of(MODEL.withClasses("person", "bicycle"), layout));
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void oneClassWillDo(Layout layout) throws Exception {
    assertFindsEverything(BlobExport.of(MODEL.withClasses("person"), layout));
  }

  @Test
  void severalCallersHaveAnswersOfDifferentLength() throws Exception {
    BlobExport export = BlobExport.of(MODEL, Layout.END_TO_END_OF_ANY_LENGTH);
    BlobScene crowd = scene(export);
    try (Detector detector =
        Detector.openWarm(
            export.write(folder.resolve("any.onnx")), new DetectorOptions("cpu", 2, 1))) {
      assertThat(found(detector, crowd)).hasSize(crowd.blobs().size());
      assertThat(found(detector, BlobScene.picture(640, 640, List.of()))).isEmpty();
      assertThat(found(detector, crowd)).hasSize(crowd.blobs().size());
    }
  }

  private void assertFindsEverything(BlobExport export) throws Exception {
    BlobScene scene = scene(export);
    Path file = export.write(folder.resolve("model.onnx"));
    try (Detector detector = Detector.openWarm(file, new DetectorOptions("cpu", 1, 1))) {
      assertThat(detector.card().classes()).isEqualTo(export.model().classes());
      List<Detection> found = found(detector, scene);
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
  }

  private static List<Detection> found(Detector detector, BlobScene scene) throws Exception {
    try (Picture picture = Picture.decode(scene.jpeg(), 10_000_000)) {
      return detector.detect(picture, 0.4);
    }
  }

  private static BlobScene scene(BlobExport export) {
    BlobModel model = export.model();
    List<String> classes = model.classes();
    List<Blob> blobs =
        List.of(
            new Blob("person", 3, 6),
            new Blob(classes.get(classes.size() - 1), 8, 7),
            new Blob("person", 12, 8));
    return export.layout().isInCorner()
        ? BlobScene.inCorner(model, 1280, 720, blobs)
        : BlobScene.picture(model, 1280, 720, blobs);
  }
}
