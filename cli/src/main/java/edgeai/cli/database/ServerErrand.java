package edgeai.cli.database;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.place.Checkout;
import edgeai.cli.run.Session;
import edgeai.cli.server.Folders;
import edgeai.cli.server.ServerCommand;
import edgeai.cli.server.ServerJvm;
import edgeai.cli.server.ServerStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A server that is started for its database alone, and ends once that is done. */
final class ServerErrand {
  private static final String REFUSED = "START REFUSED: ";

  /** Of the environment: programs are found, and names of files may have any letter. */
  private static final Set<String> KEPT = Set.of("PATH", "LANG", "LC_ALL");

  private final Checkout checkout;
  private final Session session;
  private final Map<String, String> machine;

  /**
   * @param machine the environment, of which settings do not matter
   */
  ServerErrand(Checkout checkout, Session session, Map<String, String> machine) {
    this.checkout = checkout;
    this.session = session;
    this.machine = machine;
  }

  /**
   * Has it do what files ask for.
   *
   * @param server {@code coordinator} or {@code admin}
   * @param files a folder with those
   * @param folder with the database, where that is a file
   * @param settings that say where it is otherwise
   * @throws CommandRefusal where it could not
   */
  void run(String server, Path files, Path folder, Map<String, String> settings)
      throws IOException, InterruptedException {
    List<String> jvm = new ArrayList<>(ServerJvm.FLAGS);
    jvm.add("-Dedge.database.errand=" + folder);
    ServerStart start =
        new ServerCommand(
                checkout.installation(),
                checkout.installation().war(server + "-war"),
                files,
                freePort())
            .named(server)
            .withJvm(jvm)
            .in(variables())
            .with(settings)
            .prepare();
    Path log = checkout.log("db");
    try {
      Process process =
          start.process().redirectErrorStream(true).redirectOutput(log.toFile()).start();
      session.begin(process);
      int status = session.await(process);
      if (status != 0) {
        throw new CommandRefusal(reason(log, status));
      }
    } finally {
      Folders.delete(start.temporary());
      if (start.outside().isPresent()) {
        Folders.delete(start.outside().get());
      }
    }
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(machine);
    variables.keySet().retainAll(KEPT);
    return variables;
  }

  private static String reason(Path log, int status) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.startsWith(REFUSED))
          .map(line -> line.substring(REFUSED.length()))
          .findFirst()
          .orElse("a server ended with status %d: %s says why".formatted(status, log));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
