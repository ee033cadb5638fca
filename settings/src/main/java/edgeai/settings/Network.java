package edgeai.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All addresses that begin alike: {@code 192.168.1.0/24}, {@code fd00::/8}, or one address.
 *
 * @param address any of them, as its bytes
 * @param bits of it that they have in common
 */
public record Network(InetAddress address, int bits) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "((?:\\d{1,3}\\.){3}\\d{1,3}|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?)(?:/(\\d{1,3}))?");

  /**
   * Reads one; no name is looked up.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static Network of(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException("it is no network");
    }
    InetAddress address = literal(parts.group(1));
    int length = address.getAddress().length * Byte.SIZE;
    int bits = parts.group(2) == null ? length : Integer.parseInt(parts.group(2));
    if (bits > length) {
      throw new IllegalArgumentException("it has no so many bits");
    }
    return new Network(address, bits);
  }

  private static InetAddress literal(String text) {
    if (Arrays.stream(text.split("\\.")).anyMatch(part -> part.matches("0\\d+|[3-9]\\d\\d"))) {
      throw new IllegalArgumentException("its numbers are decimal, up to 255");
    }
    try {
      // a text of this shape is never looked up
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("it is no address", e);
    }
  }

  public boolean contains(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] theirs = other.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    if (!Arrays.equals(mine, 0, whole, theirs, 0, whole)) {
      return false;
    }
    int mask = 0xff00 >> bits % Byte.SIZE & 0xff;
    return mask == 0 || (mine[whole] & mask) == (theirs[whole] & mask);
  }

  @Override
  public String toString() {
    return address.getHostAddress() + "/" + bits;
  }
}
