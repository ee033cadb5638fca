package edgeai.cli.machine;

import edgeai.cli.console.CommandRefusal;
import java.net.URI;

/** Where this machine reaches a server that listens on an address. */
public final class ServerAddress {
  private ServerAddress() {}

  /**
   * The address as a URL; one that means all addresses is reached at the loopback.
   *
   * @param secure whether the server speaks TLS
   */
  public static URI of(String host, int port, boolean secure) {
    try {
      return URI.create("%s://%s:%d".formatted(secure ? "https" : "http", written(host), port));
    } catch (IllegalArgumentException e) {
      throw new CommandRefusal("HOST=%s is not known here: give an address".formatted(host), e);
    }
  }

  private static String written(String host) {
    if (host.equals("0.0.0.0") || host.equals("::")) {
      return "127.0.0.1";
    }
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
