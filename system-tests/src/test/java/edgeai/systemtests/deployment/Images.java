package edgeai.systemtests.deployment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Dockerfile says that others have to know. */
final class Images {
  static final YamlFiles FILES = YamlFiles.of("containers");
  static final String DOCKERFILE = "Dockerfile";

  private static final Pattern USER = Pattern.compile("(?m)^USER (\\d+):\\1$");

  private Images() {}

  /** By its number, which an orchestrator sees to be no root. */
  static long user() {
    Matcher user = USER.matcher(FILES.text(DOCKERFILE));
    if (!user.find()) {
      throw new IllegalStateException("no user with a number");
    }
    return Long.parseLong(user.group(1));
  }
}
