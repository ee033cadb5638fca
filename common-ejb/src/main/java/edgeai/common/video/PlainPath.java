package edgeai.common.video;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells paths that name a stream from those that may hold a password or a token. */
final class PlainPath {
  private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9._-]{0,24}");
  private static final int LONGEST_WORD = 12;
  private static final int MOST_SEGMENTS = 12;

  /** Such as {@code h264Preview} or {@code ch0}; tokens change more often. */
  private static final int MOST_CHANGES = 2;

  private static final Pattern CHANGE =
      Pattern.compile("(?<=[0-9])(?=[A-Za-z])|(?<=[A-Za-z])(?=[0-9])");

  private static final Pattern SECRETIVE =
      Pattern.compile(
          "user|usr|pass|pwd|psw|token|key|auth|secret|admin|login|account|sid|session"
              + "|pin|code|cred|hash|sign|ticket|root|private");

  private PlainPath() {}

  /** Whether every part of the path is made of ordinary words and numbers. */
  static boolean isPlain(String path) {
    String[] segments = path.split("/");
    return segments.length <= MOST_SEGMENTS
        && !SECRETIVE.matcher(path.toLowerCase(Locale.ROOT)).find()
        && Stream.of(segments).allMatch(PlainPath::isPlainSegment);
  }

  private static boolean isPlainSegment(String segment) {
    return WORDS.matcher(segment).matches()
        && Stream.of(segment.split("[._-]"))
            .allMatch(
                word ->
                    word.length() <= LONGEST_WORD && CHANGE.split(word).length - 1 <= MOST_CHANGES);
  }
}
