package edgeai.cli;

import edgeai.cli.command.Commands;
import edgeai.cli.command.Context;
import edgeai.cli.command.Usage;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Console;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.place.SettingFiles;
import edgeai.cli.run.Session;
import edgeai.cli.run.Signals;
import edgeai.cli.tls.CommandTrust;
import edgeai.cli.tls.LabAuthority;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the command begins. */
public final class Edge {
  private Edge() {}

  /** Gets what was typed; the bootstrap says where in system properties. */
  public static void main(String[] args) {
    // one locale for all words and figures, whatever this machine speaks
    Locale.setDefault(Locale.ENGLISH);
    Console console = Console.ofThisProcess();
    Optional<String> help = Usage.askedFor(List.of(args));
    if (help.isPresent()) {
      console.print(help.get().stripTrailing());
      return;
    }
    Path root = Path.of(System.getProperty("edge.root"));
    Checkout checkout =
        Optional.ofNullable(System.getProperty("edge.own"))
            .map(own -> new Checkout(root, Path.of(own)))
            .orElseGet(() -> new Checkout(root));
    Environment environment =
        Environment.of(System.getenv(), Path.of(System.getProperty("edge.here")));
    Session session = new Session(console, checkout, System::exit);
    Signals.hear(session::finish);
    session.finish(run(console, checkout, environment, session, List.of(args)));
  }

  private static int run(
      Console console,
      Checkout checkout,
      Environment environment,
      Session session,
      List<String> args) {
    try {
      String name = args.getFirst();
      SettingFiles settings =
          Commands.readSettings(name)
              ? SettingFiles.read(environment, checkout, args)
              : SettingFiles.none(environment, args);
      Context context =
          new Context(console, checkout, settings.environment(), session, settings.configuration());
      CommandTrust.begin(settings.environment(), LabAuthority.of(checkout));
      List<String> options = settings.words().subList(1, settings.words().size());
      return Commands.of(name, context, options.toArray(String[]::new)).run();
    } catch (CommandRefusal e) {
      console.refuse(e.getMessage());
      return e.status();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
