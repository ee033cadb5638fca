package edgeai.cli.server;

import java.nio.file.Path;
import java.util.List;

/** What Payara Micro is told, however it is started. */
final class PayaraOptions {
  private PayaraOptions() {}

  static List<String> of(Installation installation, Path bootCommands, Path war, int port) {
    return List.of(
        "--prebootcommandfile",
        bootCommands.toString(),
        "--postdeploycommandfile",
        installation.commandsOnceDeployed().toString(),
        "--logproperties",
        installation.logging().toString(),
        "--port",
        String.valueOf(port),
        "--nocluster",
        "--disablephonehome",
        "--contextroot",
        "/",
        "--deploy",
        war.toString());
  }
}
