package edgeai.common.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgeai.common.fixture.BlobModel;
import edgeai.common.metrics.StageTimes;
import edgeai.common.vision.BundledModel;
import edgeai.common.vision.CanaryPicture;
import edgeai.common.vision.DetectorOptions;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelException;
import edgeai.common.vision.UnreadablePictureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelOpeningTest {
  @TempDir private Path folder;

  private ModelOpening opening(long maxPixels) {
    return new ModelOpening(folder, new DetectorOptions("cpu", 1, 1), maxPixels, new StageTimes());
  }

  @Test
  void whereNoneIsSetItIsTheOneTrainedOnPhotographs() throws Exception {
    try (ModelEngine engine = opening(1 << 20).openSet(Optional.empty())) {
      BundledModel usual = BundledModel.COCO.isThere() ? BundledModel.COCO : BundledModel.STREET;
      assertThat(engine.card().name()).isEqualTo(usual.word());
      assertThat(engine.file()).isEqualTo(usual.in(folder));
    }
  }

  @Test
  void theStreetsMayBeSetByItsName() throws Exception {
    try (ModelEngine engine = opening(1 << 20).openSet(Optional.of(Path.of("street")))) {
      assertThat(engine.card().name()).isEqualTo("street");
      assertThat(engine.file()).isEqualTo(BundledModel.STREET.in(folder));
    }
  }

  @Test
  void aBundledOneMayBeSetByItsName() throws Exception {
    assumeTrue(BundledModel.COCO.isThere(), "this build has no coco.onnx");
    try (ModelEngine engine = opening(1 << 20).openSet(Optional.of(Path.of("coco")))) {
      assertThat(engine.card().name()).isEqualTo("coco");
      assertThat(engine.card().confidence()).isEqualTo(0.3);
      assertThat(engine.file()).isEqualTo(BundledModel.COCO.in(folder));
    }
  }

  @Test
  void theOneThatIsSetIsCalledAfterItsFileUnlessItHasAName() throws Exception {
    Path file = BlobModel.standard().write(folder.resolve("own.onnx"));
    try (ModelEngine engine = opening(1 << 20).openSet(Optional.of(file))) {
      assertThat(engine.card().name()).isEqualTo("own");
      assertThat(engine.file()).isEqualTo(file);
    }
    try (ModelEngine engine = opening(1 << 20).open(file, Optional.of("pool's"))) {
      assertThat(engine.card().name()).isEqualTo("pool's");
      engine.prove(EncodedPicture.of(CanaryPicture.jpeg()));
      InferenceOutcome outcome = engine.infer(EncodedPicture.of(CanaryPicture.jpeg()), 0.4);
      assertThat(outcome.detections()).isEmpty();
      assertThat(outcome.processingTimeMs()).isPositive();
      assertThat(outcome.model()).isEqualTo(engine.card().sha256());
    }
  }

  @Test
  void aPictureBeyondTheLimitIsRefused() throws Exception {
    Path file = BlobModel.standard().write(folder.resolve("own.onnx"));
    try (ModelEngine engine = opening(64 * 64 - 1).openSet(Optional.of(file))) {
      assertThatThrownBy(() -> engine.infer(EncodedPicture.of(CanaryPicture.jpeg()), 0.4))
          .isInstanceOf(UnreadablePictureException.class);
    }
  }

  @Test
  void aFileThatIsNoModelIsRefusedWithASentence() throws Exception {
    Path file = Files.writeString(folder.resolve("own.onnx"), "no model");
    assertThatThrownBy(() -> opening(1 << 20).openSet(Optional.of(file)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("own.onnx");
  }
}
