package edgeai.common.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** By what a client's connections are counted together. */
final class ClientAddress {
  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  /**
   * The address; of one of IPv6 that is routed its network, since whoever has one there has them
   * all.
   */
  static String of(InetAddress address) {
    if (!(address instanceof Inet6Address)
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()) {
      return address.getHostAddress();
    }
    try {
      byte[] network = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
      return InetAddress.getByAddress(Arrays.copyOf(network, address.getAddress().length))
          .getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of another length", e);
    }
  }
}
