package edgeai.cli.run;

import edgeai.cli.place.Checkout;
import edgeai.cli.server.ChildCommand;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small process beside a command that has servers: one that was killed outright cannot end them,
 * which this one does then. It reads from the command, and what it reads ends when the command
 * does.
 */
public final class Guard {
  private static final List<String> SMALL =
      List.of(
          "-Xmx16m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

  private final Checkout checkout;
  private Process process;

  Guard(Checkout checkout) {
    this.checkout = checkout;
  }

  /** Begins before the first server does. */
  void begin(List<String> names) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(SMALL);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Guard.class.getName()));
    line.add(checkout.root().toString());
    line.add(checkout.own().toString());
    line.add(Long.toString(ProcessHandle.current().pid()));
    line.addAll(names);
    ProcessBuilder builder = new ProcessBuilder(ChildCommand.uninterrupted(line));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    try {
      process =
          builder
              .directory(new File(System.getProperty("user.dir")))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new IllegalStateException("this Java cannot be started a second time", e);
    }
  }

  /** Nothing is left that it could end. */
  void dismiss() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  /** The guard itself: the folders of the checkout, the command, and the names of its servers. */
  public static void main(String[] args) throws IOException, InterruptedException {
    System.in.transferTo(OutputStream.nullOutputStream());
    RunFolder servers = new RunFolder(new Checkout(Path.of(args[0]), Path.of(args[1])));
    new ServerStopper(servers)
        .stopOf(Long.parseLong(args[2]), List.of(args).subList(3, args.length));
  }
}
