package edgeai.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.fixture.SpokenLines;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.place.SettingFiles;
import edgeai.cli.run.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    Checkout checkout = new Checkout(Path.of("/checkout"));
    SpokenLines said = new SpokenLines();
    Session session = new Session(said.console(), checkout, status -> {});
    Environment environment = Environment.of(Map.of(), checkout.root());
    SettingFiles files = SettingFiles.none(environment, List.of());
    Context context =
        new Context(said.console(), checkout, environment, session, files.configuration());
    assertThat(Help.TEXT).contains("./edge " + name);
    assertThat(Commands.line(Commands.of(name, context)).getCommandSpec().options())
        .extracting(OptionSpec::longestName)
        .allSatisfy(option -> assertThat(Help.TEXT).contains(option));
  }
}
