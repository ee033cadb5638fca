package edgeai.common.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/**
 * What a browser says of the page that makes it ask; nothing where no browser asks.
 *
 * @param origin as the header {@code Origin} has it, null without
 * @param referrer the origin of the page by the header {@code Referer}, null without
 * @param site {@code Sec-Fetch-Site}, null without
 * @param host the header {@code Host}, null without
 */
record AskingPage(String origin, String referrer, String site, String host) {
  static AskingPage of(HttpServletRequest request) {
    return new AskingPage(
        request.getHeader("Origin"),
        originOf(request.getHeader("Referer")),
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader("Host"));
  }

  /** Whether it is this server's own, or one that may read what it is answered. */
  boolean isAllowed(CorsPolicy policy, String serverName) {
    return origin != null && isAllowed(origin, policy, serverName);
  }

  /** Whether it may show what it cannot read, which is asked for without an origin. */
  boolean mayEmbed(CorsPolicy policy, String serverName) {
    return referrer != null && isAllowed(referrer, policy, serverName);
  }

  private boolean isAllowed(String page, CorsPolicy policy, String serverName) {
    return isOwn(page) || policy.allows(page, serverName);
  }

  /** By name and port alone: a proxy may have taken the TLS off. */
  private boolean isOwn(String page) {
    return host != null && page.replaceFirst("^https?://", "").equalsIgnoreCase(host);
  }

  /**
   * Whether it may change nothing here. Browsers name the origin of all that changes something;
   * those that did not yet say where they come from.
   */
  boolean isStranger(CorsPolicy policy, String serverName) {
    if (origin != null) {
      return !isAllowed(policy, serverName);
    }
    return "cross-site".equals(site)
        || site == null && referrer != null && !mayEmbed(policy, serverName);
  }

  /** What people are told it is. */
  String shown() {
    return origin != null ? origin : referrer != null ? referrer : "another site";
  }

  private static String originOf(String address) {
    try {
      URI page = URI.create(address == null ? "" : address);
      return page.getHost() == null ? null : page.getScheme() + "://" + page.getRawAuthority();
    } catch (IllegalArgumentException e) {
      return "null";
    }
  }
}
