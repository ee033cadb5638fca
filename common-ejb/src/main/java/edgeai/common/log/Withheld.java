package edgeai.common.log;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text without what looks like a secret: what proves who somebody is, in each of the ways in
 * which it is sent or written. No line of ours has one in it; the container, libraries and what
 * others send may.
 */
final class Withheld {
  private static final String DOTS = "...";

  /** A group of each is kept, and dots stand for the rest. */
  private static final List<Pattern> SECRETS =
      List.of(
          // a header, up to the end of its line
          Pattern.compile(
              "(?i)(\\b(?:proxy-)?authorization[\"']?\\s*[:=]|\\b(?:set-)?cookie[\"']?\\s*[:=])[^\\r\\n]+"),
          Pattern.compile("(?i)(\\b(?:bearer|basic)\\s+)[A-Za-z0-9._~+/=-]{6,}"),
          // user and password of an address
          Pattern.compile("(://)[^/\\s\"'<>@]+(?=@)"),
          // a parameter, a property, a field
          Pattern.compile(
              "(?i)(\\b[\\w.-]{0,40}(?:password|passwd|secret|token|credential|api_?key)[\"']?\\s*[=:]\\s*[\"']?)"
                  + "[^\\s\"'&,;)}\\]]+"),
          Pattern.compile(
              "(?i)((?:[?&\"']|\\bquery=)(?:code|state|nonce|code_verifier|session)[\"']?[=:]\\s*[\"']?)[^\\s\"'&,;)}\\]]+"),
          // our own: a token or login, a code to join by, a link to a frame
          Pattern.compile("(edge_)[A-Za-z0-9_-]{20,}"),
          Pattern.compile("(\\b)[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}\\b"),
          Pattern.compile("(/share/)[^\\s\"'/?]+"));

  private Withheld() {}

  static String from(String text) {
    String left = text;
    for (Pattern secret : SECRETS) {
      Matcher found = secret.matcher(left);
      if (found.find()) {
        left = found.replaceAll("$1" + DOTS);
      }
    }
    return left;
  }
}
