package edgeai.common.request;

import java.util.regex.Pattern;

/**
 * Whether a text names a host that can be called: a name of labels (RFC 1123), an IPv4 address in
 * four decimal numbers, or an IPv6 address. Other spellings of addresses are names of nothing.
 */
final class HostName {
  private static final int LONGEST = 253;
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*\\.?");

  /** What would be an address or nothing: its last label begins with a digit (WHATWG: "URL"). */
  private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?[0-9][^.]*\\.?");

  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

  private static final String GROUP = "[0-9A-Fa-f]{1,4}";
  private static final Pattern GROUPS = Pattern.compile(GROUP + "(?::" + GROUP + ")*");
  private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9._-]{1,32}");
  private static final int ALL_GROUPS = 8;

  private HostName() {}

  static boolean isValid(String host) {
    if (host.contains(":")) {
      return isIpv6(host);
    }
    return NUMERIC.matcher(host).matches()
        ? IPV4.matcher(host).matches()
        : host.length() <= LONGEST && NAME.matcher(host).matches();
  }

  /** With brackets or without, and with the interface that it is reached by or without. */
  private static boolean isIpv6(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String bare = bracketed ? text.substring(1, text.length() - 1) : text;
    int scope = bare.indexOf('%');
    if (scope >= 0) {
      return SCOPE.matcher(bare.substring(scope + 1)).matches()
          && hasGroups(bare.substring(0, scope));
    }
    return hasGroups(bare);
  }

  private static boolean hasGroups(String address) {
    int gap = address.indexOf("::");
    if (gap < 0) {
      return groups(address) == ALL_GROUPS;
    }
    int before = gap == 0 ? 0 : groups(address.substring(0, gap));
    int after = gap + 2 == address.length() ? 0 : groups(address.substring(gap + 2));
    return before >= 0 && after >= 0 && before + after < ALL_GROUPS;
  }

  /** How many groups of 16 bits, an IPv4 address at the end counting as two; -1 for none. */
  private static int groups(String text) {
    int last = text.lastIndexOf(':') + 1;
    if (IPV4.matcher(text.substring(last)).matches()) {
      int before = last == 0 ? 0 : groups(text.substring(0, last - 1));
      return before < 0 ? -1 : before + 2;
    }
    return GROUPS.matcher(text).matches() ? text.split(":").length : -1;
  }
}
