package edgeai.common.network;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Which addresses lead back to this machine. */
public final class Loopback {
  private Loopback() {}

  /** Whether a name or an address does; one that nobody knows does not. */
  public static boolean has(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
