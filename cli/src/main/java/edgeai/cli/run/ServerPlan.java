package edgeai.cli.run;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.server.Installation;
import edgeai.cli.server.ServerCommand;
import edgeai.cli.server.ServerLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A server that is to be started.
 *
 * @param name one server of a name at a time, since it owns its data
 * @param module whose WAR it is
 * @param portOption the option that chooses another port
 * @param settings for it alone; an empty value takes one away that the environment has
 */
public record ServerPlan(
    String name,
    String module,
    String host,
    int port,
    String portOption,
    Path data,
    Map<String, String> settings) {

  /**
   * The line by which a shell becomes the server, which no command then watches. Its folders are
   * made.
   *
   * @throws CommandRefusal where something cannot be made
   */
  public String line(Checkout checkout, Environment environment) {
    try {
      return ServerLine.of(
          command(checkout, environment).unwatched().prepare().process(), environment.here());
    } catch (IOException e) {
      throw new CommandRefusal(e.getMessage(), e);
    }
  }

  ServerCommand command(Checkout checkout, Environment environment) {
    Installation installation = checkout.installation();
    return new ServerCommand(installation, installation.war(module), data, port)
        .named(name)
        .listeningOn(host)
        .in(environment.variables())
        .with(settings);
  }

  /** The same with one more setting. */
  public ServerPlan with(String setting, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(setting, value);
    return new ServerPlan(name, module, host, port, portOption, data, more);
  }
}
