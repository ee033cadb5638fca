package edgeai.cli.command;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands by their names. */
public final class Commands {
  private static final Map<String, Function<Context, Command>> BY_NAME =
      Map.ofEntries(
          Map.entry("admin", AdminCommand::new),
          Map.entry("audit", AuditCommand::new),
          Map.entry("bench", BenchCommand::new),
          Map.entry("build", BuildCommand::new),
          Map.entry("camera", CameraCommand::new),
          Map.entry("chaos", ChaosCommand::new),
          Map.entry("config", ConfigCommand::new),
          Map.entry("coordinator", CoordinatorCommand::new),
          Map.entry("db", DbCommand::new),
          Map.entry("demo", DemoCommand::new),
          Map.entry("dist", DistCommand::new),
          Map.entry("doctor", DoctorCommand::new),
          Map.entry("down", DownCommand::new),
          Map.entry("fuzz", FuzzCommand::new),
          Map.entry("join", JoinCommand::new),
          Map.entry("logs", LogsCommand::new),
          Map.entry("model", ModelCommand::new),
          Map.entry("soak", SoakCommand::new),
          Map.entry("status", StatusCommand::new),
          Map.entry("test", TestCommand::new),
          Map.entry("token", TokenCommand::new),
          Map.entry("up", UpCommand::new),
          Map.entry("user", UserCommand::new),
          Map.entry("version", VersionCommand::new),
          Map.entry("worker", WorkerCommand::new));

  /** Those that a file of settings means something to; no other fails for a bad one. */
  private static final Set<String> WITH_SETTINGS =
      Set.of(
          "admin",
          "audit",
          "camera",
          "config",
          "coordinator",
          "db",
          "demo",
          "doctor",
          "join",
          "soak",
          "token",
          "up",
          "user",
          "worker");

  /** Those that build, or run what is built beside servers. */
  private static final Set<String> OF_SOURCES =
      Set.of("bench", "build", "chaos", "dist", "fuzz", "soak", "test");

  private Commands() {}

  /** Whether a command reads files of settings. */
  public static boolean readSettings(String name) {
    return WITH_SETTINGS.contains(name);
  }

  /** What commands are called. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /**
   * The command that was typed, with its options.
   *
   * @throws Misuse where it was typed wrongly
   */
  public static Command of(String name, Context context, String... options) {
    Command command =
        Optional.ofNullable(BY_NAME.get(name))
            .orElseThrow(() -> new Misuse("there is no command", name))
            .apply(context);
    if (OF_SOURCES.contains(name) && !context.checkout().hasSources()) {
      throw new CommandRefusal(
          name + " needs a checkout of the sources, which is not what an archive holds");
    }
    try {
      line(command).parseArgs(options);
    } catch (UnmatchedArgumentException e) {
      String word = e.getUnmatched().getFirst();
      throw new Misuse(name + " " + command.unknown(word), word);
    } catch (MissingParameterException e) {
      throw new Misuse(optionOf(e.getMissing().getFirst()) + " takes a value");
    } catch (ParameterException e) {
      throw new Misuse(name + " was not understood");
    }
    return command;
  }

  /** Every word is taken as it stands, and is an option's value or a command's own. */
  static CommandLine line(Command command) {
    return new CommandLine(command)
        .setSeparator(" ")
        .setExpandAtFiles(false)
        .setOverwrittenOptionsAllowed(true)
        .setAllowOptionsAsOptionParameters(true)
        .setInterpolateVariables(false);
  }

  private static String optionOf(ArgSpec missing) {
    return missing instanceof OptionSpec option ? option.longestName() : missing.paramLabel();
  }
}
