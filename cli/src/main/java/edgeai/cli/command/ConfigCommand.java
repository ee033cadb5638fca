package edgeai.cli.command;

import edgeai.cli.config.EffectiveSettings;
import edgeai.cli.console.Misuse;
import edgeai.settings.Given;
import edgeai.settings.Origin;
import edgeai.settings.Program;
import edgeai.settings.ServerCatalogue;
import edgeai.settings.SettingReader;
import edgeai.settings.SettingSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what everything is set to, where that comes from and what it means. */
@picocli.CommandLine.Command(name = "config")
final class ConfigCommand implements Command {
  private final Context context;

  @Option(names = "--json")
  private boolean json;

  /** Counts like {@code DATA_DIR}, and was heard before. */
  @Option(names = "--data")
  private String data;

  @Parameters(arity = "0..1")
  private String server;

  ConfigCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() {
    if (data != null) {
      Typed.value("--data", data);
    }
    Optional<Program> program = Optional.ofNullable(server).map(ConfigCommand::named);
    EffectiveSettings settings =
        EffectiveSettings.of(context.configuration().orElse(usual(program)), program);
    settings.lines(json).forEach(context.console()::print);
    if (!json) {
      context.configuration().notes().forEach(context.console()::print);
    }
    return settings.areUsable() ? 0 : 1;
  }

  /** Where the command keeps data, whatever a server would do without it. */
  private SettingSource usual(Optional<Program> program) {
    Path data = context.checkout().own().resolve("data");
    SettingReader in = context.configuration().reader();
    Path folder =
        program
            .map(
                one ->
                    switch (one) {
                      case WORKER -> "worker-" + in.value(ServerCatalogue.WORKER_PORT);
                      case CAMERA -> "camera-" + in.value(ServerCatalogue.CAMERA_PORT);
                      default -> one.word();
                    })
            .map(data::resolve)
            .orElse(data);
    Given given = new Given(folder.toString(), Origin.DEFAULT);
    return name ->
        name.equals(ServerCatalogue.DATA_DIR.name()) ? Optional.of(given) : Optional.empty();
  }

  private static Program named(String word) {
    return Arrays.stream(Program.values())
        .filter(program -> program != Program.COMMAND && program.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new Misuse("config takes coordinator, worker, camera or admin, not", word));
  }
}
