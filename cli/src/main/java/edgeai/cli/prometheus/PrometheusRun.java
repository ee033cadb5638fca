package edgeai.cli.prometheus;

import edgeai.cli.client.Knock;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Console;
import edgeai.cli.machine.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One Prometheus, from its program to its end. */
public final class PrometheusRun {
  public static final String NAME = "prometheus";

  private static final String CONFIG = "prometheus.yml";
  private static final String LOOPBACK = "127.0.0.1";
  private static final long PAUSE_MS = 250;

  /**
   * Ends the program once nobody holds the other end of its input any more: a command that is
   * killed outright can't.
   */
  private static final String ENDS_WITH_ITS_COMMAND =
      "trap '' INT QUIT; exec 3<&0; \"$@\" </dev/null 3<&- & child=$!;"
          + " { read -r _ <&3; kill $child 2>/dev/null; } & exec 3<&-; wait $child";

  private final Path program;
  private final int port;

  /**
   * @param port on which it is to listen, on loopback
   */
  public PrometheusRun(Path program, int port) {
    this.program = program;
    this.port = port;
  }

  /** Where it is to listen. */
  public FreePorts.Place place() {
    return new FreePorts.Place(LOOPBACK, port, "--prometheus-port");
  }

  /**
   * Starts it.
   *
   * @param data its folder
   * @throws CommandRefusal where it cannot be started
   */
  public Process start(ScrapeOrder order, Path data, Path log) {
    try {
      Files.createDirectories(data);
      Files.writeString(data.resolve(CONFIG), ScrapeConfig.of(order));
      Files.copy(
          order.rules(), data.resolve(ScrapeConfig.RULES), StandardCopyOption.REPLACE_EXISTING);
      return new ProcessBuilder(
              "sh",
              "-c",
              ENDS_WITH_ITS_COMMAND,
              "sh",
              program.toString(),
              "--config.file=" + CONFIG,
              "--storage.tsdb.path=series",
              "--storage.tsdb.retention.time=15d",
              "--storage.tsdb.retention.size=1GB",
              "--web.listen-address=%s:%d".formatted(LOOPBACK, port),
              "--log.level=warn")
          .directory(data.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new CommandRefusal("%s cannot be started: %s".formatted(NAME, e.getMessage()), e);
    }
  }

  /** Tells how it fares, until it ends. */
  public void follow(Process process, Path log, Console console) {
    Thread.ofPlatform().daemon().name(NAME).start(() -> tell(process, log, console));
  }

  private void tell(Process process, Path log, Console console) {
    URI address = URI.create("http://%s:%d".formatted(LOOPBACK, port));
    try {
      while (process.isAlive() && !isReady(address)) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      }
      if (process.isAlive()) {
        console.event(NAME, "ready at %s, what fires at %s/alerts".formatted(address, address));
      }
      int status = process.waitFor();
      console.event(
          NAME,
          "ended with exit status %d: %s (log: %s); the servers go on without it"
              .formatted(status, lastWord(log), log));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isReady(URI address) throws InterruptedException {
    try {
      return Knock.at(address.resolve("/-/ready"), Optional.empty()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static String lastWord(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.isEmpty() ? "it said nothing" : lines.getLast();
    } catch (IOException e) {
      return "its log cannot be read";
    }
  }
}
