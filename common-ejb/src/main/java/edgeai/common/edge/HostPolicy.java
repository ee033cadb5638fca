package edgeai.common.edge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which names a server may be asked. A page's own name, which leads to this server once its
 * owner changes what it resolves to (DNS rebinding), is none of them: on loopback only loopback's
 * names and addresses are, elsewhere addresses and names that nobody can have in public.
 */
final class HostPolicy {
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}(?:%[\\w.-]{1,32})?]|[\\w.-]{1,253})(?::\\d{0,5})?");

  private static final Pattern DOTTED = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}");
  private static final Pattern LOOPBACK =
      Pattern.compile("127(?:\\.\\d{1,3}){3}|\\[(?:::1|(?:0{1,4}:){7}0{0,3}1|::ffff:127[.\\d]+)]");

  /** What is after the last dots of names in private networks; no registry gives them out. */
  private static final Set<String> PRIVATE =
      Set.of("local", "localdomain", "localhost", "lan", "home", "internal", "intranet", "corp");

  private final boolean loopback;
  private final List<String> known;

  /**
   * @param loopback whether the server listens there only
   * @param known names by which it may be asked all the same; {@code *} for all
   */
  HostPolicy(boolean loopback, List<String> known) {
    this.loopback = loopback;
    this.known = known.stream().map(HostPolicy::plain).toList();
  }

  /** The name or address in a {@code Host} header, as it is compared; empty where it is none. */
  static Optional<String> named(String header) {
    Matcher host = HOST.matcher(header.strip());
    return host.matches() ? Optional.of(plain(host.group(1))) : Optional.empty();
  }

  /**
   * @param name as {@link #named} gives it
   */
  boolean allows(String name) {
    if (known.contains(name) || known.contains("*")) {
      return true;
    }
    return isLoopback(name) || !loopback && (isAddress(name) || isPrivate(name));
  }

  private static boolean isLoopback(String name) {
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || LOOPBACK.matcher(name).matches();
  }

  private static boolean isAddress(String name) {
    return name.startsWith("[") || DOTTED.matcher(name).matches();
  }

  /** A name without a dot, as containers and machines of a home have, is nobody's elsewhere. */
  private static boolean isPrivate(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.equals(name) || PRIVATE.contains(last) || name.endsWith(".home.arpa");
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String whole = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return whole.contains(":") && !whole.startsWith("[") ? "[" + whole + "]" : whole;
  }
}
