package edgeai.common.door;

import edgeai.common.network.Loopback;
import edgeai.settings.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a request comes from this machine itself: to a server that listens on loopback, from
 * loopback, by a local name, so that no other name was made to lead here, and through no proxy,
 * which would pass on what strangers send.
 */
final class Locality {
  private static final Set<String> NAMES = Set.of("localhost", "[::1]", "[0:0:0:0:0:0:0:1]");
  private static final Pattern LOOPBACK = Pattern.compile("127(?:\\.\\d{1,3}){3}");
  private static final Set<String> OF_PROXIES =
      Set.of("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip");

  private final String host;
  private final String machine = LocalAddress.hostName().toLowerCase(Locale.ROOT);
  private final boolean loopback;

  /**
   * @param host the address that the server listens on
   */
  Locality(String host) {
    this.host = host.toLowerCase(Locale.ROOT);
    this.loopback = Loopback.has(host);
  }

  /** Whether this machine alone reaches the server. */
  boolean isLoopback() {
    return loopback;
  }

  boolean covers(HttpServletRequest request) {
    return loopback
        && Loopback.has(request.getRemoteAddr())
        && isLocalName(request.getHeader("Host"))
        && !isPassedOn(request);
  }

  /** Whether a proxy sent it. */
  static boolean isPassedOn(HttpServletRequest request) {
    Enumeration<String> names = request.getHeaderNames();
    while (names.hasMoreElements()) {
      String name = names.nextElement().toLowerCase(Locale.ROOT);
      if (name.startsWith("x-forwarded") || OF_PROXIES.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** A client of HTTP/1.0 names none; a browser always does. */
  private boolean isLocalName(String header) {
    if (header == null) {
      return true;
    }
    int port = header.lastIndexOf(':');
    boolean hasPort = port > header.lastIndexOf(']');
    String name = (hasPort ? header.substring(0, port) : header).toLowerCase(Locale.ROOT);
    return NAMES.contains(name)
        || name.equals(host)
        || name.equals(machine)
        || name.endsWith(".localhost")
        || LOOPBACK.matcher(name).matches();
  }
}
