package edgeai.cli.machine;

import edgeai.cli.console.Refusal;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * The address from which this machine reaches a URL, a loopback address where that is this
 * machine's own. Connecting a datagram socket only asks the routing table: nothing is sent.
 */
public final class LocalAddress {
  private static final String LONG_LOOPBACK = "0:0:0:0:0:0:0:1";

  private LocalAddress() {}

  /**
   * @throws Refusal where the URL is none, or leads nowhere
   */
  public static String towards(String typed) {
    try {
      URI url = URI.create(typed);
      if (url.getHost() == null || !"http https".contains(String.valueOf(url.getScheme()))) {
        throw new IOException("it is no address such as http://192.168.1.20:8000");
      }
      InetAddress there = InetAddress.getByName(url.getHost());
      String here = there.isLoopbackAddress() ? there.getHostAddress() : towards(there);
      return here.equals(LONG_LOOPBACK) ? "::1" : here;
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal("%s cannot be reached: %s".formatted(typed, e.getMessage()), e);
    }
  }

  private static String towards(InetAddress there) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(there, 9));
      String here = socket.getLocalAddress().getHostAddress();
      int scope = here.indexOf('%');
      return scope < 0 ? here : here.substring(0, scope);
    }
  }
}
