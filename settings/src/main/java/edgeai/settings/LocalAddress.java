package edgeai.settings;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** What this machine is called, and the address by which another reaches it. */
public final class LocalAddress {
  private static final int ANY_PORT = 9;
  private static final String LONG_LOOPBACK = "0:0:0:0:0:0:0:1";

  private LocalAddress() {}

  public static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "worker";
    }
  }

  public static boolean isWildcard(String host) {
    try {
      return InetAddress.getByName(host).isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * The address from which this machine reaches another, a loopback address where that is this
   * machine's own; 127.0.0.1 where it does not reach it.
   */
  public static String towards(URI other) {
    try {
      return reaching(other);
    } catch (IOException e) {
      return "127.0.0.1";
    }
  }

  /**
   * The same, where it has to be known.
   *
   * @throws IOException where this machine does not reach the other, or does not know it
   */
  public static String reaching(URI other) throws IOException {
    InetAddress there = InetAddress.getByName(other.getHost());
    String here = there.isLoopbackAddress() ? there.getHostAddress() : sender(there);
    return here.equals(LONG_LOOPBACK) ? "::1" : here;
  }

  /** Connecting a datagram socket only asks the routing table: nothing is sent. */
  private static String sender(InetAddress there) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(there, ANY_PORT));
      String here = socket.getLocalAddress().getHostAddress();
      int scope = here.indexOf('%');
      return scope < 0 ? here : here.substring(0, scope);
    }
  }
}
