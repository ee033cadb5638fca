package edgeai.common.network;

import edgeai.settings.Network;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses this server calls because others named them: those in the networks allowed, never
 * one that means something else in every network. A name is looked up once; what counts is the
 * address that comes of it, in whichever way it was written.
 */
public final class OutgoingCalls {
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

  private final Optional<List<Network>> allowed;
  private final OwnAddress own;

  /**
   * @param allowed what the operator allows; where that is nothing, this machine for a server that
   *     only this machine reaches, private networks and its own for others
   */
  public OutgoingCalls(Optional<List<Network>> allowed, OwnAddress own) {
    this.allowed = allowed;
    this.own = own;
  }

  /**
   * What is called from now on where a host was named: its address, or the name itself where nobody
   * knows it.
   *
   * @param named whether a certificate proves the name, which then stays, if all its addresses may
   *     be called
   */
  public String pinned(String host, boolean named) {
    List<InetAddress> addresses = addresses(host);
    Optional<InetAddress> refused =
        addresses.stream().filter(address -> !mayCall(address)).findFirst();
    if (addresses.isEmpty() || named && refused.isEmpty()) {
      return host;
    }
    return refused.orElse(addresses.get(0)).getHostAddress();
  }

  /** Why what was {@link #pinned} is not called, as a predicate; empty where it is. */
  public Optional<String> refusal(String pinned, boolean named) {
    if (!isAddress(pinned)) {
      return named ? Optional.empty() : Optional.of("nobody here knows the name " + pinned);
    }
    return addresses(pinned).stream().allMatch(this::mayCall)
        ? Optional.empty()
        : Optional.of("its address %s is not in ALLOWED_NETWORKS".formatted(pinned));
  }

  private boolean mayCall(InetAddress address) {
    if (isIn(NEVER, address) || isIn(DISGUISED, address) || isCompatible(address)) {
      return false;
    }
    return allowed.map(networks -> isIn(networks, address)).orElseGet(() -> isUsual(address));
  }

  private boolean isUsual(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return own.isLoopback() || own.socket().getAddress().isAnyLocalAddress();
    }
    return OwnMachine.has(address)
        || !own.isLoopback() && (isIn(PRIVATE, address) || isBeside(address));
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

  private static boolean isIn(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static List<InetAddress> addresses(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  private static boolean isAddress(String text) {
    return text.contains(":") || text.matches("[\\d.]+");
  }

  private static List<Network> networks(String... written) {
    return Stream.of(written).map(Network::of).toList();
  }
}
