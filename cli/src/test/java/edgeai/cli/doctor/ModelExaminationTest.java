package edgeai.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.server.FileHash;
import edgeai.cli.server.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelExaminationTest {
  @TempDir private Path root;

  @Test
  void aFileIsReadAndToldByItsHash() throws IOException {
    Path file = Files.writeString(root.resolve("own.onnx"), "weights");
    Diagnosis found = look(file.toString()).getFirst();
    assertThat(found.gravity()).isEqualTo(Gravity.OK);
    assertThat(found.words())
        .isEqualTo("%s, 0.0 MB, SHA-256 %s...".formatted(file, FileHash.of(file).substring(0, 12)));
  }

  @Test
  void whatIsNoModelIsTold() throws IOException {
    String nowhere = root.resolve("nowhere.onnx").toString();
    assertThat(look(nowhere))
        .containsExactly(
            Diagnosis.trouble(
                "model",
                "there is no MODEL=%s: name an ONNX file that is there".formatted(nowhere)));
    Path archive = Files.writeString(root.resolve("best.pt"), "PK");
    assertThat(look(archive.toString()).getFirst().words())
        .contains("is an archive, such as PyTorch writes", "format=onnx");
  }

  @Test
  void theModelsOfABuildAreInItsWar() throws IOException {
    assertThat(look(null).getFirst())
        .isEqualTo(
            Diagnosis.warning(
                "model",
                "nothing is built yet, so there is none: ./edge build (./edge up does that, too)"));
    byte[] jar = zip("edgeai/coco/coco.onnx", "coco".getBytes(StandardCharsets.UTF_8));
    Path war = new Installation(root).war("coordinator-war");
    Files.createDirectories(war.getParent());
    Files.write(war, zip("WEB-INF/lib/coco-model-1.jar", jar));
    assertThat(look(null).getFirst())
        .isEqualTo(
            Diagnosis.ok(
                "model",
                "coco, which comes with this build, SHA-256 %s...".formatted("4f682b71153f")));
    assertThat(look("street").getFirst())
        .isEqualTo(
            Diagnosis.trouble(
                "model", "this build has no model street: set MODEL to an ONNX file or to coco"));
  }

  @Test
  void whatIsKeptByItsHashMustHaveIt() throws IOException {
    Path models = Files.createDirectories(root.resolve("data/models"));
    Path file = Files.writeString(models.resolve("new"), "weights");
    Path whole = Files.move(file, models.resolve(FileHash.of(file) + ".onnx"));
    Path damaged = Files.writeString(models.resolve("0".repeat(64) + ".onnx"), "other");
    assertThat(look(whole.toString()).stream().skip(1))
        .singleElement()
        .satisfies(found -> assertThat(found.gravity()).isEqualTo(Gravity.WARNING))
        .satisfies(
            found -> assertThat(found.words()).startsWith(damaged + " is not what its name says"));
  }

  private List<Diagnosis> look(String wished) throws IOException {
    return new ModelExamination(
            Optional.ofNullable(wished), new Installation(root), List.of(root.resolve("data")))
        .look();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }
}
