package edgeai.common.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the dashboard as its name tells: its media type, and how long a browser may keep it.
 *
 * @param name path below the dashboard's folder
 * @param type media type
 */
record DashboardFile(String name, String type) {
  private static final Pattern NAME = Pattern.compile("(?:[\\w-]+/){0,3}[\\w.-]+\\.(\\w+)");

  /** The build puts a hash of the content into the names of what it bundles. */
  private static final Pattern HASHED = Pattern.compile(".*-[A-Z0-9]{8}\\.\\w+");

  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "txt", "text/plain; charset=utf-8",
          "woff", "font/woff",
          "woff2", "font/woff2");

  /** The file that a path asks for; nothing where the path is a route of the dashboard. */
  static Optional<DashboardFile> named(String path) {
    Matcher name = NAME.matcher(path);
    return name.matches() && TYPES.containsKey(name.group(1))
        ? Optional.of(new DashboardFile(path, TYPES.get(name.group(1))))
        : Optional.empty();
  }

  boolean isText() {
    return !type.startsWith("font/");
  }

  String cacheControl() {
    return HASHED.matcher(name).matches()
        ? "public, max-age=31536000, immutable"
        : "public, max-age=3600";
  }
}
