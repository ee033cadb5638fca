package edgeai.common.door;

import edgeai.access.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie of a login. Browsers send it by themselves, so it counts only where this server's own
 * page asks. Its name has the server's port: cookies of one host know no ports.
 */
final class SessionCookie {
  private static final String PREFIX = "edge_";

  private SessionCookie() {}

  private static String name(HttpServletRequest request) {
    return PREFIX + request.getLocalPort();
  }

  /** What was sent, where a page of this server sent it. */
  static Optional<Secret> of(HttpServletRequest request) {
    Cookie[] sent = request.getCookies();
    if (sent == null || !isOfOwnPage(request)) {
      return Optional.empty();
    }
    return Arrays.stream(sent)
        .filter(cookie -> cookie.getName().equals(name(request)))
        .map(Cookie::getValue)
        .filter(Secret::isWritten)
        .map(Secret::new)
        .findFirst();
  }

  /** Pages of another port of this host are the same site, and are others all the same. */
  private static boolean isOfOwnPage(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    boolean own =
        origin == null
            || origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeader("Host"));
    return own && (site == null || site.equals("same-origin") || site.equals("none"));
  }

  /** The header that sets it. */
  static String header(HttpServletRequest request, String value, long seconds) {
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
        .formatted(
            name(request), value, seconds, PublicAddress.isSecure(request) ? "; Secure" : "");
  }
}
