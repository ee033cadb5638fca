package edgeai.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The model that this build made. */
class CocoDetectorTest {
  private static final SourcePackage SOURCE = new SourcePackage(Path.of("."));
  private static final Path MADE = Path.of("made/coco.onnx");
  private static final int SIDE = 300;
  private static final int ANCHORS = 1917;

  @BeforeAll
  static void itWasMade() {
    assumeTrue(
        Files.isRegularFile(MADE),
        "this build has no coco.onnx, as npm or its registry was out of reach");
  }

  @Test
  void saysWhatItIsAndWhereItIsFrom() throws Exception {
    try (OnnxRun run = new OnnxRun(Files.readAllBytes(MADE))) {
      assertThat(run.metadata())
          .containsEntry("names", CocoClasses.literal())
          .containsEntry("imgsz", "[300, 300]")
          .containsEntry("stride", "32")
          .containsEntry("task", "detect")
          .containsEntry("confidence", "0.3")
          .containsEntry("iou", "0.5")
          .containsEntry("license", "Apache-2.0")
          .containsEntry("source", SOURCE.origin())
          .hasEntrySatisfying("sha256", sha256 -> assertThat(sha256).matches("[0-9a-f]{64}"));
    }
    assertThat(Files.readString(Path.of("NOTICE")))
        .contains(SourcePackage.NAME + " " + SOURCE.version());
    assertThat(MADE.resolveSibling("LICENSE")).content().contains("Apache License");
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "EDGE_SAMPLES",
      matches = ".+",
      disabledReason = "EDGE_SAMPLES does not name a folder with samples")
  void answersAsAnotherConversionOfTheSameNetworkDoes() throws Exception {
    Path samples = Path.of(System.getenv("EDGE_SAMPLES"));
    byte[] other = Files.readAllBytes(samples.resolve("ssdlite_mobilenet_v2_coco.onnx"));
    try (OnnxRun made = new OnnxRun(Files.readAllBytes(MADE));
        OnnxRun reference = new OnnxRun(other)) {
      for (Tensor picture : pictures(samples.resolve("bus.jpg").toFile())) {
        Tensor found = made.of(picture);
        Tensor expected = reference.of(picture);
        assertThat(found.shape()).containsExactly(1, 84, ANCHORS);
        assertThat(largestDifference(found, expected)).isLessThan(1e-3);
      }
    }
  }

  private static double largestDifference(Tensor found, Tensor expected) {
    double largest = Math.abs(found.size() - expected.size());
    for (int index = 0; index < found.size(); index++) {
      largest = Math.max(largest, Math.abs(found.values()[index] - expected.values()[index]));
    }
    return largest;
  }

  /** A street, two parts of it, noise, and nothing. */
  private static List<Tensor> pictures(File street) throws Exception {
    BufferedImage whole = ImageIO.read(street);
    List<Tensor> pictures = new ArrayList<>();
    pictures.add(picture(whole));
    pictures.add(picture(whole.getSubimage(0, 300, 500, 500)));
    pictures.add(picture(whole.getSubimage(400, 100, 400, 800)));
    Tensor noise = new Tensor(new int[] {1, 3, SIDE, SIDE}, new float[3 * SIDE * SIDE]);
    pictures.add(new Tensor(noise.shape(), noise.values().clone()));
    Random random = new Random(1);
    for (int index = 0; index < noise.size(); index++) {
      noise.values()[index] = random.nextFloat();
    }
    pictures.add(noise);
    return pictures;
  }

  private static Tensor picture(BufferedImage from) {
    BufferedImage scaled = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(from, 0, 0, SIDE, SIDE, null);
    graphics.dispose();
    float[] colours = new float[3 * SIDE * SIDE];
    for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
      int rgb = scaled.getRGB(pixel % SIDE, pixel / SIDE);
      for (int colour = 0; colour < 3; colour++) {
        colours[colour * SIDE * SIDE + pixel] = (rgb >> 16 - 8 * colour & 0xff) / 255f;
      }
    }
    return new Tensor(new int[] {1, 3, SIDE, SIDE}, colours);
  }
}
