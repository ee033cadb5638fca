package edgeai.common.network;

import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Where this server listens, as its settings say.
 *
 * @param host a name or an address
 * @param secure whether it speaks TLS, and nothing else
 */
public record OwnAddress(String host, int port, boolean secure) {

  /** Whether only this machine reaches it. */
  public boolean isLoopback() {
    return Loopback.has(host);
  }

  /** What it is bound to. */
  public InetSocketAddress socket() {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new InetSocketAddress(bare, port);
  }

  /** Where this machine itself reaches the server: all addresses include the loopback's. */
  public URI reached() {
    String name =
        switch (host) {
          case "0.0.0.0" -> "127.0.0.1";
          case "::", "[::]" -> "::1";
          default -> host;
        };
    return URI.create(scheme() + Authority.of(name, port) + "/");
  }

  private String scheme() {
    return secure ? "https://" : "http://";
  }

  /** As it is set, whatever that means elsewhere. */
  public String page() {
    return scheme() + this + "/";
  }

  @Override
  public String toString() {
    return Authority.of(host, port);
  }
}
