package edgeai.common.video;

import java.net.IDN;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a camera, taken apart: characters that people leave as they are in a user or
 * password are escaped where there is one reading only, and what may be a secret is never shown.
 *
 * @param scheme in lower case
 * @param login user and password, escaped, with the {@code @} behind them; empty where there is
 *     none
 * @param host a name, or an address (IPv6 in brackets)
 * @param port with the colon before it, empty where there is none
 * @param rest path, query and fragment as they are sent
 */
record SourceAddress(String scheme, String login, String host, String port, String rest) {
  private static final int LONGEST = 2_000;
  private static final int LONGEST_SHOWN = 500;
  private static final String HIDDEN = "...";

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,19})://(.*)");
  private static final Pattern PLACE =
      Pattern.compile("([\\p{L}\\p{N}._-]+|\\[[0-9A-Fa-f:.]+(?:%[\\w.-]+)?])(?::(\\d{0,5}))?");
  private static final Pattern NUMERIC = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[.*");
  private static final String IN_LOGIN = "-._~!$&'()*+,;=:";
  private static final String NOT_IN_REST = "\"<>\\";

  /** What an operator wrote, empty where it is no address or may be read in two ways. */
  static Optional<SourceAddress> of(String written) {
    Matcher parts = SCHEME.matcher(written);
    if (written.length() > LONGEST || !parts.matches() || hasControls(written)) {
      return Optional.empty();
    }
    String behind = parts.group(2);
    int end = endOfAuthority(behind);
    String authority = behind.substring(0, end);
    String rest = behind.substring(end);
    int at = authority.lastIndexOf('@');
    Matcher place = PLACE.matcher(authority.substring(at + 1));
    if (!place.matches() || isAmbiguous(rest, at >= 0, place.group(1)) || !isPort(place.group(2))) {
      return Optional.empty();
    }
    return host(place.group(1))
        .map(
            host ->
                new SourceAddress(
                    parts.group(1).toLowerCase(Locale.ROOT),
                    escapedLogin(authority.substring(0, at + 1)),
                    host,
                    place.group(2) == null || place.group(2).isEmpty() ? "" : ":" + place.group(2),
                    escapedRest(rest)))
        .filter(address -> address.whole().length() <= LONGEST);
  }

  /** For people and logs, whatever was written, an address or not: nothing that may be secret. */
  static String hidden(String written) {
    Optional<SourceAddress> address = of(written);
    if (address.isPresent()) {
      return address.get().shown();
    }
    Matcher parts = SCHEME.matcher(written);
    if (parts.matches()) {
      return parts.group(1).toLowerCase(Locale.ROOT) + "://" + HIDDEN;
    }
    return written.length() > LONGEST_SHOWN
            || hasControls(written)
            || written.matches(".*([@=?#&]|//|:[^\\\\]).*")
        ? HIDDEN
        : written;
  }

  /** Scheme, host, port, and the path where nothing in it looks like a secret. */
  String shown() {
    int end = rest.length();
    for (char mark : new char[] {'?', '#'}) {
      int index = rest.indexOf(mark);
      end = index < 0 ? end : Math.min(end, index);
    }
    String path = rest.substring(0, end);
    return scheme + "://" + host + port + (PlainPath.isPlain(path) ? path : "/" + HIDDEN);
  }

  /** The host without brackets. */
  String bareHost() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Host and port, the usual one where none is named. */
  InetSocketAddress place(int usualPort) {
    return new InetSocketAddress(
        bareHost(), port.isEmpty() ? usualPort : Integer.parseInt(port.substring(1)));
  }

  boolean hasLogin() {
    return !login.isEmpty();
  }

  /** As it is handed to FFmpeg. */
  String whole() {
    return scheme + "://" + login + host + port + rest;
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  private static int endOfAuthority(String text) {
    int end = 0;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /**
   * An {@code @} behind the host may mean that the host is part of a password: {@code
   * admin:1/ss@host}. Not where the host is a number, and there is a login already or none.
   */
  private static boolean isAmbiguous(String rest, boolean hasLogin, String host) {
    return rest.indexOf('@') >= 0 && (hasLogin || !NUMERIC.matcher(host).matches());
  }

  private static boolean isPort(String digits) {
    return digits == null
        || digits.isEmpty()
        || Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= 65535;
  }

  private static Optional<String> host(String written) {
    if (written.startsWith("[")) {
      return Optional.of(written.replace("%25", "%"));
    }
    try {
      return Optional.of(IDN.toASCII(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not thrown on: it would name what was written
    }
  }

  private static String escapedLogin(String written) {
    if (written.isEmpty()) {
      return "";
    }
    String login = written.substring(0, written.length() - 1);
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < login.length(); i += Character.charCount(login.codePointAt(i))) {
      int c = login.codePointAt(i);
      boolean isEscape = login.substring(i).matches("%\\p{XDigit}{2}.*");
      if (isEscape || c < 128 && (Character.isLetterOrDigit(c) || IN_LOGIN.indexOf(c) >= 0)) {
        escaped.appendCodePoint(c);
      } else {
        escape(c, escaped);
      }
    }
    return escaped.append('@').toString();
  }

  private static String escapedRest(String written) {
    StringBuilder escaped = new StringBuilder();
    written
        .codePoints()
        .forEach(
            c -> {
              if (c <= ' ' || c > '~' || NOT_IN_REST.indexOf(c) >= 0) {
                escape(c, escaped);
              } else {
                escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  private static void escape(int codePoint, StringBuilder out) {
    for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      out.append("%%%02X".formatted(b & 0xff));
    }
  }

  @Override
  public String toString() {
    return shown();
  }
}
