package edgeai.common.edge;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Which origins may call from a browser: those listed, {@code *} for all; where none is listed, any
 * port of the same host name or of a loopback name.
 */
final class CorsPolicy {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final List<String> listed;

  CorsPolicy(List<String> listed) {
    this.listed = listed;
  }

  boolean allows(String origin, String serverName) {
    if (!listed.isEmpty()) {
      return listed.contains("*") || listed.contains(origin);
    }
    try {
      String host = URI.create(origin).getHost();
      return host != null && (host.equalsIgnoreCase(serverName) || LOOPBACK.contains(host));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
