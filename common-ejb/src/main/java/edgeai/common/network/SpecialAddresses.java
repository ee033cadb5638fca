package edgeai.common.network;

import edgeai.settings.Network;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** What addresses mean, in whichever way they are written. */
final class SpecialAddresses {
  /** The machine itself, links without a router, many at once, and what clouds tell machines. */
  private static final List<Network> NEVER =
      networks(
          "0.0.0.0/8",
          "169.254.0.0/16",
          "100.100.100.200",
          "168.63.129.16",
          "192.0.0.0/24",
          "224.0.0.0/3",
          "::/128",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8",
          "fd00:ec2::/32",
          "fd20:ce::/32");

  /** Addresses of IPv6 that stand for one of IPv4, which nobody needs to write like that. */
  private static final List<Network> DISGUISED =
      networks("::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16");

  private static final List<Network> PRIVATE =
      networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");

  private SpecialAddresses() {}

  /** Whether it means something else in every network, or is another address in disguise. */
  static boolean isNeverCalled(InetAddress address) {
    return isIn(NEVER, address) || isIn(DISGUISED, address) || isCompatible(address);
  }

  /** Whether it is in a private network, or in one that this machine is in. */
  static boolean isNear(InetAddress address) {
    return isIn(PRIVATE, address) || isBeside(address);
  }

  /** Whether it is in a network that this machine is in. */
  private static boolean isBeside(InetAddress address) {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(each -> each.getInterfaceAddresses().stream())
          .filter(each -> each.getNetworkPrefixLength() > 0)
          .anyMatch(
              each ->
                  new Network(each.getAddress(), each.getNetworkPrefixLength()).contains(address));
    } catch (SocketException e) {
      return false;
    }
  }

  /** Written with twelve bytes of zeros before an address of IPv4; the loopback's own is none. */
  private static boolean isCompatible(InetAddress address) {
    return address instanceof java.net.Inet6Address six
        && six.isIPv4CompatibleAddress()
        && !six.isLoopbackAddress();
  }

  static boolean isIn(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /** All addresses of a name or an address, none where nobody knows it. */
  static List<InetAddress> of(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  /** Whether it is an address as it stands, and no name. */
  static boolean isWritten(String text) {
    return text.contains(":") || text.matches("[\\d.]+");
  }

  private static List<Network> networks(String... written) {
    return Stream.of(written).map(Network::of).toList();
  }
}
