package launcher;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Prints the address from which this machine reaches a URL, 127.0.0.1 where that is this machine's
 * loopback. Connecting a datagram socket only asks the routing table: nothing is sent.
 */
final class LocalAddress {
  private static final String LONG_LOOPBACK = "0:0:0:0:0:0:0:1";

  public static void main(String[] args) {
    OneLocale.set();
    try {
      URI url = URI.create(args[0]);
      if (url.getHost() == null || !"http https".contains(String.valueOf(url.getScheme()))) {
        throw new IOException("it is no address such as http://192.168.1.20:8000");
      }
      InetAddress there = InetAddress.getByName(url.getHost());
      String here = there.isLoopbackAddress() ? there.getHostAddress() : towards(there);
      System.out.println(here.equals(LONG_LOOPBACK) ? "::1" : here);
    } catch (IOException | IllegalArgumentException e) {
      System.err.printf("edge: %s cannot be reached: %s%n", args[0], e.getMessage());
      System.exit(1);
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
