package edgeai.cli.build;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.place.Environment;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dashboards are built with Node.js; servers run without it. */
public final class NodeCheck {
  private static final Pattern VERSION = Pattern.compile("v(\\d{1,6})\\.(\\d{1,6})\\..*");
  private static final int MAJOR = 20;
  private static final int MINOR = 19;

  private NodeCheck() {}

  /**
   * Returns where the machine has what builds the dashboards.
   *
   * @throws CommandRefusal where it has not
   */
  public static void require(Environment environment) {
    Programs programs = new Programs(environment);
    Optional<String> version =
        programs.find("node").flatMap(node -> programs.ask(node, "--version"));
    if (version.isEmpty() || programs.find("npm").isEmpty()) {
      throw new CommandRefusal(
          "Node.js and npm are missing, which build the dashboards: install Node.js 20.19 or newer"
              + " (https://nodejs.org, macOS: brew install node)");
    }
    if (!isNewEnough(version.get())) {
      throw new CommandRefusal(
          "Node.js %s is too old to build the dashboards: install 20.19 or newer"
              .formatted(version.get()));
    }
  }

  static boolean isNewEnough(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      return false;
    }
    int major = Integer.parseInt(matcher.group(1));
    return major > MAJOR || major == MAJOR && Integer.parseInt(matcher.group(2)) >= MINOR;
  }
}
