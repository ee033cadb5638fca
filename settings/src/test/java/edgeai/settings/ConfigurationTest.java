package edgeai.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private Path home;
  private Path data;
  private Path config;

  @BeforeEach
  void folders() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    data = Files.createDirectory(folder.resolve("data"));
    config = folder.resolve("mine.properties");
  }

  private Configuration command() {
    return Configuration.ofCommand(
        SettingSource.environment(environment::get),
        Optional.of(config).filter(Files::exists),
        new Configuration.Places(folder, home, data));
  }

  private Configuration server() {
    environment.put("DATA_DIR", data.toString());
    return Configuration.ofServer(SettingSource.environment(environment::get));
  }

  private static String sampled(Configuration configuration) {
    Given given = configuration.find("SAMPLE_FPS").orElseThrow();
    return given.value() + " of " + given.origin().words();
  }

  @Test
  void theNearerPlaceWins() throws IOException {
    Path old = Files.writeString(home.resolve(".env"), "SAMPLE_FPS=1\n");
    assertThat(sampled(command())).isEqualTo("1 of %s, line 1", old);

    Path beside = Files.writeString(home.resolve("edge.properties"), "#\nSAMPLE_FPS=2\n");
    assertThat(sampled(command())).isEqualTo("2 of %s, line 2", beside);

    Path inData = Files.writeString(data.resolve("edge.properties"), "#\n#\nSAMPLE_FPS=3\n");
    assertThat(sampled(command())).isEqualTo("3 of %s, line 3", inData);

    Files.writeString(config, "SAMPLE_FPS=4\n");
    assertThat(sampled(command())).isEqualTo("4 of %s, line 1", config);
    assertThat(command().files()).containsExactly(config, inData, beside, old);

    environment.put("SAMPLE_FPS", "5");
    assertThat(sampled(command())).isEqualTo("5 of environment");

    SettingSource options =
        name -> Optional.of(new Given("6", Origin.option("--sample-fps"))).filter(o -> true);
    assertThat(
            options
                .orElse(SettingSource.environment(environment::get))
                .find("SAMPLE_FPS")
                .map(given -> given.origin().words()))
        .contains("option --sample-fps");
  }

  @Test
  void whatIsEmptyInTheEnvironmentIsNotSetThere() throws IOException {
    Files.writeString(home.resolve("edge.properties"), "SAMPLE_FPS=2\n");
    environment.put("SAMPLE_FPS", "");
    assertThat(sampled(command())).startsWith("2 of ");
  }

  @Test
  void aFileSaysWhereDataIsAndTheFileThereCounts() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("edge.properties"), "SAMPLE_FPS=7\n");
    Files.writeString(home.resolve("edge.properties"), "DATA_DIR=../elsewhere\nSAMPLE_FPS=2\n");

    assertThat(sampled(command())).startsWith("7 of ");
    assertThat(command().reader().value(ServerCatalogue.DATA_DIR)).isEqualTo(elsewhere);
  }

  @Test
  void aFileInTheFolderForDataCannotSayWhereThatIs() throws IOException {
    Path file = Files.writeString(data.resolve("edge.properties"), "DATA_DIR=/elsewhere\n");
    assertThatThrownBy(this::command)
        .hasMessage(file + ":1: DATA_DIR cannot be set by a file that lies in it");
  }

  @Test
  void oneFileInTwoPlacesIsReadOnce() throws IOException {
    Path beside = Files.writeString(home.resolve("edge.properties"), "DATA_DIR=.\nPORT=9000\n");
    assertThat(command().files()).containsExactly(beside);
  }

  @Test
  void aServerReadsTheFileInItsFolderForData() throws IOException {
    Path file = Files.writeString(data.resolve("edge.properties"), "SAMPLE_FPS=3\nPORT=9000\n");
    environment.put("PORT", "9100");

    assertThat(sampled(server())).isEqualTo("3 of %s, line 1", file);
    assertThat(server().reader().value(ServerCatalogue.COORDINATOR_PORT)).isEqualTo(9100);
  }

  @Test
  void aBadValueInAFileIsNamedWithItsLine() throws IOException {
    Path file = Files.writeString(data.resolve("edge.properties"), "\nJPEG_QUALITY=200\n");

    assertThatThrownBy(this::command)
        .hasMessage(file + ":2: JPEG_QUALITY=200 is not valid: a whole number from 1 to 100");
    assertThatThrownBy(this::server).hasMessageStartingWith(file + ":2: JPEG_QUALITY=200 ");
  }

  @Test
  void aFileThatIsNamedMustBeThere() {
    assertThatThrownBy(
            () ->
                Configuration.ofCommand(
                    name -> Optional.empty(),
                    Optional.of(config),
                    new Configuration.Places(folder, home, data)))
        .hasMessageContaining("mine.properties cannot be read");
  }

  @Test
  void whatIsSetIsHandedToServers() throws IOException {
    Files.writeString(home.resolve("edge.properties"), "SAMPLE_FPS=2\nMODEL=m.onnx\n");
    environment.put("JPEG_QUALITY", "90");
    environment.put("UNRELATED", "x");

    assertThat(command().values())
        .isEqualTo(
            Map.of(
                "SAMPLE_FPS", "2",
                "MODEL", home.resolve("m.onnx").toString(),
                "JPEG_QUALITY", "90"));
  }
}
