package edgeai.cli.place;

import edgeai.settings.AccessCatalogue;
import edgeai.settings.DatabaseCatalogue;
import edgeai.settings.InferenceCatalogue;
import edgeai.settings.OidcCatalogue;
import edgeai.settings.ServerCatalogue;
import edgeai.settings.Setting;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a command: the variables of its environment, in which paths are meant from where
 * who called it is. All that is started gets them.
 */
public final class Environment {
  /** How the bootstrap hands on what the JVM of the command itself would announce. */
  static final String TOOL_OPTIONS = "JAVA_TOOL_OPTIONS";

  private static final String KEPT_TOOL_OPTIONS = "EDGE_JAVA_TOOL_OPTIONS";

  private static final List<Setting<Path>> PATHS =
      List.of(
          InferenceCatalogue.MODEL,
          ServerCatalogue.DATA_DIR,
          AccessCatalogue.ACCESS_FILE,
          AccessCatalogue.TOKEN_FILE,
          OidcCatalogue.OIDC_CLIENT_SECRET_FILE,
          DatabaseCatalogue.DB_PASSWORD_FILE,
          ServerCatalogue.TLS_CERT,
          ServerCatalogue.TLS_KEY,
          ServerCatalogue.TLS_CA,
          ServerCatalogue.TLS_CLIENT_CA);

  private final Map<String, String> variables;
  private final Path here;

  private Environment(Map<String, String> variables, Path here) {
    this.variables = Map.copyOf(variables);
    this.here = here;
  }

  /**
   * @param here the folder from which relative paths are meant
   */
  public static Environment of(Map<String, String> machine, Path here) {
    Map<String, String> variables = new HashMap<>(machine);
    String options = variables.remove(KEPT_TOOL_OPTIONS);
    if (options != null) {
      variables.put(TOOL_OPTIONS, options);
    }
    Environment typed = new Environment(variables, here);
    for (Setting<Path> path : PATHS) {
      typed
          .get(path.name())
          .filter(path.kind().isPath())
          .ifPresent(value -> variables.put(path.name(), typed.path(value).toString()));
    }
    // an IPv6 address may be in brackets
    typed.get("HOST").ifPresent(host -> variables.put("HOST", host.replaceAll("^\\[|\\]$", "")));
    return new Environment(variables, here);
  }

  /** A setting; one that is empty counts as none. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  /** The same with another value of a setting. */
  public Environment with(String name, String value) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(name, value);
    return new Environment(more, here);
  }

  /** The same with a value where the setting has none. */
  public Environment orElse(String name, String value) {
    return get(name).isPresent() ? this : with(name, value);
  }

  /** What is given to processes that are started. */
  public Map<String, String> variables() {
    return variables;
  }

  /** The folder of who called the command. */
  public Path here() {
    return here;
  }

  /** A path that was typed, from where the user is. */
  public Path path(String typed) {
    if (typed.startsWith("~/")) {
      return Path.of(get("HOME").orElse("~"), typed.substring(2));
    }
    return here.resolve(typed);
  }
}
