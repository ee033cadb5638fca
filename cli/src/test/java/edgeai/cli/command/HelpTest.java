package edgeai.cli.command;

import static edgeai.settings.ServerCatalogue.ADMIN_PORT;
import static edgeai.settings.ServerCatalogue.CAMERA_PORT;
import static edgeai.settings.ServerCatalogue.COORDINATOR_PORT;
import static edgeai.settings.ServerCatalogue.WORKER_PORT;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.fixture.SpokenLines;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.place.SettingFiles;
import edgeai.cli.run.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {

  static Stream<String> commands() {
    return Commands.names().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void tellsOfEveryCommandAndOfItsOptions(String name) {
    assertThat(Help.TEXT).contains("./edge " + name);
    assertThat(options(name)).allSatisfy(option -> assertThat(Help.TEXT).contains(option));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandTellsOfItsOwnInAFewLines(String name) {
    List<String> lines = Usage.of(name).lines().toList();
    assertThat(lines).hasSizeBetween(1, 30);
    assertThat(lines.getFirst()).contains("./edge " + name);
    assertThat(lines).noneMatch(String::isBlank);
    assertThat(options(name))
        .allSatisfy(option -> assertThat(Usage.of(name)).containsPattern(option + "[ ,)\\n]"));
  }

  @Test
  void whatAnotherCommandHasTooIsExplained() {
    assertThat(Usage.of("soak"))
        .contains("--workers N           0 to 64 workers on this machine (2)")
        .contains("--camera-port P       the first camera's port (9101)")
        .contains("(DATA_DIR, else .edge/data)")
        .doesNotContain("--exit");
  }

  @Test
  void helpIsAskedForBeforeOrBehindACommand() {
    assertThat(help()).contains(Help.TEXT);
    assertThat(help("--help")).contains(Help.TEXT);
    assertThat(help("help", "dance")).contains(Help.TEXT);
    assertThat(help("help", "bench")).contains(Usage.of("bench"));
    assertThat(help("bench", "--help")).contains(Usage.of("bench"));
    assertThat(help("bench", "kernels", "-h")).contains(Usage.of("bench"));
    assertThat(help("demo", "help")).as("a video").isEmpty();
    assertThat(help("dance", "--help")).as("no command").isEmpty();
  }

  @Test
  void portsAreThoseOfTheCatalogueOfSettings() {
    assertThat(Help.TEXT)
        .contains("the coordinator's port (%s)".formatted(Usual.of(COORDINATOR_PORT)))
        .contains("the first worker's port (%s)".formatted(Usual.of(WORKER_PORT)))
        .contains("the admin server's port (%s)".formatted(Usual.of(ADMIN_PORT)))
        .contains("the first camera's port (%s)".formatted(Usual.of(CAMERA_PORT)));
  }

  private static Optional<String> help(String... words) {
    return Usage.askedFor(List.of(words));
  }

  private static List<String> options(String name) {
    Checkout checkout = new Checkout(Path.of("/checkout"));
    SpokenLines said = new SpokenLines();
    Session session = new Session(said.console(), checkout, status -> {});
    Environment environment = Environment.of(Map.of(), checkout.root());
    SettingFiles files = SettingFiles.none(environment, List.of());
    Context context =
        new Context(said.console(), checkout, environment, session, files.configuration());
    return Commands.line(Commands.of(name, context)).getCommandSpec().options().stream()
        .map(OptionSpec::longestName)
        .toList();
  }
}
