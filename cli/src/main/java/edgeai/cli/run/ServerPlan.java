package edgeai.cli.run;

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

  /** The same with one more setting. */
  public ServerPlan with(String setting, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(setting, value);
    return new ServerPlan(name, module, host, port, portOption, data, more);
  }
}
