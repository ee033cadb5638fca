package edgeai.cli.tls;

import edgeai.settings.LocalAddress;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this machine is called and reached by.
 *
 * @param hosts names of it
 * @param addresses of its interfaces
 */
record OwnNames(Set<String> hosts, Set<String> addresses) {
  private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?";

  static OwnNames find() throws IOException {
    Set<String> addresses = new TreeSet<>(Set.of("127.0.0.1", "::1"));
    for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
      if (card.isUp()) {
        card.inetAddresses().filter(OwnNames::isKept).map(OwnNames::plain).forEach(addresses::add);
      }
    }
    return new OwnNames(new TreeSet<>(List.of("localhost", host())), addresses);
  }

  /** Its host name; {@code localhost} where it has none that may stand in a certificate. */
  static String host() {
    String name = LocalAddress.hostName();
    return name.matches(NAME) ? name : "localhost";
  }

  /** Nobody writes an address into a setting that needs the name of an interface. */
  private static boolean isKept(InetAddress address) {
    return !address.isLinkLocalAddress() && !address.isMulticastAddress();
  }

  private static String plain(InetAddress address) {
    String written = address.getHostAddress();
    return address instanceof Inet6Address ? written.replaceAll("%.*", "") : written;
  }

  /** As the extension of a certificate that lists them. */
  String asExtension() {
    return Stream.concat(
            hosts.stream().map(host -> "dns:" + host),
            addresses.stream().map(address -> "ip:" + address))
        .collect(Collectors.joining(",", "san=", ""));
  }
}
