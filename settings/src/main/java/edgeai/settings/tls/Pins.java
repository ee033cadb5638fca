package edgeai.settings.tls;

import java.security.cert.X509Certificate;

/**
 * Certificates by which servers are known where they listen, and nowhere else, whatever names stand
 * in them. Asked of calls by {@code java.net.http} alone.
 */
public interface Pins {
  Pins NONE = (certificate, host, port) -> false;

  /**
   * Whether it is the one of a server.
   *
   * @param host that is called; an address of IPv6 without brackets
   */
  boolean hold(X509Certificate certificate, String host, int port);
}
