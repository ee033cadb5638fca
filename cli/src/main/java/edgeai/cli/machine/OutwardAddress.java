package edgeai.cli.machine;

import edgeai.cli.console.CommandRefusal;
import edgeai.settings.LocalAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Where others reach a server of this machine. */
public final class OutwardAddress {
  /** An address of no machine (RFC 5737): the way there is the way out. */
  private static final URI ELSEWHERE = URI.create("http://192.0.2.1");

  private static final int LIMIT_MS = 3_000;

  private OutwardAddress() {}

  /**
   * @param here where this machine reaches it
   * @throws CommandRefusal where only this machine does
   */
  public static URI of(URI here) {
    try {
      if (!InetAddress.getByName(here.getHost()).isLoopbackAddress()) {
        return here;
      }
      String host = LocalAddress.reaching(ELSEWHERE);
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, here.getPort()), LIMIT_MS);
      }
      return URI.create(
          "%s://%s:%d"
              .formatted(
                  here.getScheme(), host.contains(":") ? "[" + host + "]" : host, here.getPort()));
    } catch (IOException e) {
      throw new CommandRefusal(
          "%s is reached by this machine alone: start it with HOST=0.0.0.0 or the address of a network"
              .formatted(here),
          e);
    }
  }
}
