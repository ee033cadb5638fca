package edgeai.common.door;

import edgeai.access.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookie of a browser that was sent away to log in: by it alone the way back counts. It comes
 * along from the provider's page, where that of a login would not ({@code SameSite}).
 */
final class BrowserCookie {
  private static final String PREFIX = "edge_oidc_";

  private BrowserCookie() {}

  private static String name(HttpServletRequest request) {
    return PREFIX + request.getLocalPort();
  }

  static Optional<Secret> of(HttpServletRequest request) {
    Cookie[] sent = request.getCookies();
    return Stream.of(sent == null ? new Cookie[0] : sent)
        .filter(cookie -> cookie.getName().equals(name(request)))
        .map(Cookie::getValue)
        .filter(Secret::isWritten)
        .map(Secret::new)
        .findFirst();
  }

  /** The header that sets it. */
  static String header(HttpServletRequest request, Secret value, long seconds) {
    return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
        .formatted(
            name(request),
            value.text(),
            OidcResource.PATH,
            seconds,
            PublicAddress.isSecure(request) ? "; Secure" : "");
  }
}
