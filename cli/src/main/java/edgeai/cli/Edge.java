package edgeai.cli;

import edgeai.cli.command.Commands;
import edgeai.cli.command.Context;
import edgeai.cli.console.Console;
import edgeai.cli.console.Refusal;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.run.Session;
import edgeai.cli.run.Signals;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Where the command begins. */
public final class Edge {
  private static final Set<String> HELP = Set.of("help", "-h", "--help");

  private final Context context;

  private Edge(Context context) {
    this.context = context;
  }

  /** Gets what was typed; the bootstrap says where in system properties. */
  public static void main(String[] args) {
    // one locale for all words and figures, whatever this machine speaks
    Locale.setDefault(Locale.ENGLISH);
    Console console = Console.ofThisProcess();
    if (args.length == 0 || HELP.contains(args[0])) {
      console.print(Help.TEXT.stripTrailing());
      return;
    }
    Checkout checkout = new Checkout(Path.of(System.getProperty("edge.root")));
    Environment environment =
        Environment.of(System.getenv(), Path.of(System.getProperty("edge.here")));
    Session session = new Session(console, checkout, System::exit);
    Signals.hear(session::finish);
    session.finish(new Edge(new Context(console, checkout, environment, session)).run(args));
  }

  private int run(String... args) {
    try {
      String[] options = Arrays.copyOfRange(args, 1, args.length);
      return Commands.of(args[0], context, options).run();
    } catch (Refusal e) {
      context.console().refuse(e.getMessage());
      return e.status();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
