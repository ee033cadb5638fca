package edgeai.common.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Where a browser reaches this server, for addresses that lead back here from elsewhere. */
public final class PublicAddress {
  private PublicAddress() {}

  /**
   * @param set {@code PUBLIC_URL}
   * @return without a slash at its end
   */
  public static String of(HttpServletRequest request, Optional<URI> set) {
    return set.map(URI::toString).orElseGet(() -> asAsked(request));
  }

  /** By the name that was asked for, which the edge has looked at. */
  private static String asAsked(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return (isSecure(request) ? "https://" : "http://")
        + (host == null ? request.getServerName() + ":" + request.getServerPort() : host);
  }

  /** Whether a browser speaks TLS, to a proxy maybe. */
  static boolean isSecure(HttpServletRequest request) {
    return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
  }
}
