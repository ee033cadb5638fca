package edgeai.common.network;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** This machine, by whichever of its addresses it is meant: those of loopback are all the same. */
public final class OwnMachine {
  /** What all of its addresses are written as. */
  public static final String NAME = "127.0.0.1";

  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  private OwnMachine() {}

  /** Whether an address is one of this machine's. */
  public static boolean has(InetAddress address) {
    try {
      return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }

  /**
   * The other end of a connection, written in one way: {@code 127.0.0.1} for this machine, an
   * address of IPv4 as such where it came in a disguise of IPv6.
   *
   * @param address as the connection names it
   */
  public static String orOther(String address) {
    String bare = address.replaceFirst("%.*", "");
    if (!LITERAL.matcher(bare).matches()) {
      return address;
    }
    try {
      InetAddress there = InetAddress.getByName(bare);
      return has(there) ? NAME : there.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
