package edgeai.cli.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingFilesTest {
  @TempDir Path root;

  private SettingFiles read(Map<String, String> variables, String... words) {
    return SettingFiles.read(
        Environment.of(variables, root.resolve("here")), new Checkout(root), List.of(words));
  }

  private void beside(String text) throws IOException {
    Files.writeString(root.resolve("edge.properties"), text);
  }

  @Test
  void whatAFileSaysStandsUnderTheEnvironment() throws IOException {
    beside("PORT=9000\nSAMPLE_FPS=2\nMODEL=m.onnx\nHOST=[::1]\n");

    Environment environment = read(Map.of("PORT", "9100"), "up").environment();

    assertThat(environment.get("PORT")).contains("9100");
    assertThat(environment.get("SAMPLE_FPS")).contains("2");
    assertThat(environment.get("MODEL")).contains(root.resolve("m.onnx").toString());
    assertThat(environment.get("HOST")).contains("::1");
    assertThat(environment.get("DATA_DIR")).isEmpty();
  }

  @Test
  void theFileThatIsNamedIsMeantFromWhereTheUserIs() throws IOException {
    Files.createDirectories(root.resolve("here"));
    Files.writeString(root.resolve("here/mine"), "PORT=9000\n");

    SettingFiles read = read(Map.of(), "up", "--workers", "3", "--config", "mine", "--no-admin");

    assertThat(read.environment().get("PORT")).contains("9000");
    assertThat(read.words()).containsExactly("up", "--workers", "3", "--no-admin");
  }

  @Test
  void theFolderForDataIsThatOfTheOptionFirst() throws IOException {
    Path data = Files.createDirectories(root.resolve("here/mine"));
    Files.writeString(data.resolve("edge.properties"), "PORT=9000\n");
    beside("DATA_DIR=elsewhere\n");

    SettingFiles read = read(Map.of("DATA_DIR", "/other"), "up", "--data", "mine");

    assertThat(read.environment().get("PORT")).contains("9000");
    assertThat(read.environment().get("DATA_DIR")).contains(data.toString());
    assertThat(read.words()).containsExactly("up", "--data", "mine");
  }

  @Test
  void withoutAnyOtherWordTheFolderForDataIsThatOfTheCommand() throws IOException {
    Path data = Files.createDirectories(root.resolve(".edge/data"));
    Files.writeString(data.resolve("edge.properties"), "PORT=9000\n");

    assertThat(read(Map.of(), "up").environment().get("PORT")).contains("9000");
  }

  @Test
  void aFileThatCannotBeUsedIsRefusedWithItsLine() throws IOException {
    beside("PORT=9000\nSAMPLE=1\n");
    assertThatThrownBy(() -> read(Map.of(), "up"))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageStartingWith(root.resolve("edge.properties") + ":2: there is no setting SAMPLE");
  }

  @Test
  void theOptionTakesAFile() {
    assertThatThrownBy(() -> read(Map.of(), "up", "--config"))
        .isInstanceOf(Misuse.class)
        .hasMessageStartingWith("--config takes a file");
    assertThatThrownBy(() -> read(Map.of(), "up", "--config", "none"))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining("none cannot be read");
  }

  @Test
  void aCommandThatReadsNoFileHasItsEnvironment() throws IOException {
    beside("nonsense");
    SettingFiles none = SettingFiles.none(Environment.of(Map.of("PORT", "1"), root), List.of("x"));
    assertThat(none.environment().get("PORT")).contains("1");
    assertThat(none.configuration().find("PORT")).isPresent();
  }
}
