package edgeai.common.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One line at start for a server that others on the network can reach. */
public final class OpenAddressWarning {
  private static final Logger LOG = Logger.getLogger(OpenAddressWarning.class.getName());

  private OpenAddressWarning() {}

  public static void log(String server, String host) {
    if (!isLoopback(host)) {
      LOG.log(
          Level.WARNING,
          "this {0} listens on {1}: everybody on that network can use it",
          new Object[] {server, host});
    }
  }

  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
