package edgeai.common.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The path of a request as all who look at it see the same: decoded, part by part. The container
 * maps servlets by what a path comes to, JAX-RS resources by how it is written; one that comes to
 * something else than it is written as is no path here.
 */
final class RequestPath {
  private RequestPath() {}

  /** The parts of a path that is written plainly, without the empty one at its beginning. */
  static List<String> parts(String path) {
    return Arrays.asList(path.substring(1).split("/", -1));
  }

  /**
   * The decoded parts of a request's path.
   *
   * @param uri as it was sent, without its query
   * @return empty where it might be taken for another
   */
  static Optional<List<String>> of(String uri) {
    if (!uri.startsWith("/")) {
      return Optional.empty();
    }
    try {
      List<String> parts = parts(withoutSlash(uri)).stream().map(RequestPath::decoded).toList();
      boolean plain = parts.size() == 1 || parts.stream().allMatch(RequestPath::isPlain);
      return plain ? Optional.of(parts) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** All take a path that ends in a slash for the same without. */
  private static String withoutSlash(String uri) {
    return uri.length() > 1 && uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }

  /** A plus sign is one in a path. */
  private static String decoded(String part) {
    int parameters = part.indexOf(';');
    String bare = parameters < 0 ? part : part.substring(0, parameters);
    return bare.indexOf('%') < 0
        ? bare
        : URLDecoder.decode(bare.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Nothing in it would be cut out, or lead up. */
  private static boolean isPlain(String part) {
    return part.indexOf('\\') < 0
        && part.indexOf('\0') < 0
        && Arrays.stream(part.split("/", -1))
            .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
  }
}
