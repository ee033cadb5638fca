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

  /** The address from which this machine reaches another; nothing is sent. */
  public static String towards(URI other) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(other.getHost()), ANY_PORT));
      return socket.getLocalAddress().getHostAddress();
    } catch (IOException e) {
      return "127.0.0.1";
    }
  }
}
