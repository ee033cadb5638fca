package edgeai.settings;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a setting is written: what may stand there, and the value that comes of it.
 *
 * @param allowed what may stand there, in words
 * @param everyBlankCounts whether blanks around a value belong to it
 * @param isPath tells of a value whether it is one
 * @param parser makes the value, or complains
 * @param writer writes a value as it may stand there
 */
public record Kind<T>(
    String allowed,
    boolean everyBlankCounts,
    Predicate<String> isPath,
    Parser<T> parser,
    Function<T, String> writer) {

  /** Makes a value of what stands under a name. */
  @FunctionalInterface
  public interface Parser<T> {
    /**
     * @throws InvalidSettingException where nothing can be made of it
     */
    T parse(String name, String value);
  }

  Kind(String allowed, Parser<T> parser, Function<T, String> writer) {
    this(allowed, false, value -> false, parser, writer);
  }

  private static final String ADDRESS = "an address such as http://192.168.1.20:8000";

  private static final String PATH =
      "a path of this machine (one with letters beyond ASCII needs LC_ALL=C.UTF-8 or another"
          + " locale of UTF-8)";

  public static Kind<String> text() {
    return new Kind<>("any text", (name, value) -> value, value -> value);
  }

  /**
   * @param pattern what the value must match
   * @param allowed the same in words
   */
  public static Kind<String> matching(String pattern, String allowed) {
    return new Kind<>(
        allowed,
        (name, value) -> {
          if (!value.matches(pattern)) {
            throw new InvalidSettingException(name, value, allowed);
          }
          return value;
        },
        value -> value);
  }

  public static Kind<Boolean> flag() {
    String allowed = "true or false";
    return new Kind<>(
        allowed,
        (name, value) ->
            switch (value.toLowerCase(Locale.ROOT)) {
              case "true", "1", "yes", "on" -> true;
              case "false", "0", "no", "off" -> false;
              default -> throw new InvalidSettingException(name, value, allowed);
            },
        String::valueOf);
  }

  public static Kind<Long> whole(long min, long max) {
    return NumberKinds.whole(min, max);
  }

  public static Kind<Integer> integer(int min, int max) {
    return NumberKinds.whole(min, max).as(Long::intValue, Integer::longValue);
  }

  public static Kind<Double> decimal(double min, double max) {
    return NumberKinds.decimal(min, max);
  }

  /** A time in seconds, down to milliseconds. */
  public static Kind<Duration> seconds(double min, double max) {
    return decimal(min, max)
        .as(
            seconds -> Duration.ofMillis(Math.round(seconds * 1000)),
            duration -> duration.toMillis() / 1000.0);
  }

  public static Kind<Duration> milliseconds(int min, int max) {
    return whole(min, max).as(Duration::ofMillis, Duration::toMillis);
  }

  public static Kind<Duration> days(int min, int max) {
    return whole(min, max).as(Duration::ofDays, Duration::toDays);
  }

  /** An http or https address without a trailing slash. */
  public static Kind<URI> address() {
    return new Kind<>(ADDRESS, Kind::parseAddress, URI::toString);
  }

  /** A path with all its blanks; {@code ~/} at its beginning is the user's own folder. */
  public static Kind<Path> path() {
    return new Kind<>(
        "a path of this machine", true, value -> true, Kind::parsePath, Path::toString);
  }

  /**
   * A path, or a word that stands for something else and stays as it is written, where paths become
   * absolute: who means a file of that name writes {@code ./} before it.
   *
   * @param words separated by commas
   */
  public static Kind<Path> pathOr(String words) {
    Predicate<String> isWord = value -> List.of(words.split(", ")).contains(value);
    return new Kind<>(
        "a path of this machine, or one of " + words,
        true,
        isWord.negate(),
        (name, value) -> isWord.test(value) ? Path.of(value) : parsePath(name, value),
        Path::toString);
  }

  /** What a camera watches: an address, the number of a webcam, or else the path of a file. */
  public static Kind<String> source() {
    return new Kind<>(
        "a video file, the index of a webcam, or an rtsp:// or http:// address",
        false,
        value -> !value.contains("://") && !value.matches("\\d+"),
        (name, value) -> value,
        value -> value);
  }

  /** Comma-separated values, blanks around them dropped. */
  public static Kind<List<String>> list() {
    return new Kind<>(
        "values separated by commas",
        (name, value) ->
            Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList(),
        values -> String.join(",", values));
  }

  /** Comma-separated networks or single addresses. */
  public static Kind<List<Network>> networks() {
    String allowed = "networks such as 192.168.1.0/24, separated by commas";
    return new Kind<>(
        allowed,
        (name, value) -> {
          try {
            return list().parse(name, value).stream().map(Network::of).toList();
          } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(name, value, allowed);
          }
        },
        networks -> list().written(networks.stream().map(Network::toString).toList()));
  }

  /** The same writing for a value of another type. */
  private <V> Kind<V> as(Function<T, V> made, Function<V, T> back) {
    return new Kind<>(
        allowed,
        everyBlankCounts,
        isPath,
        (name, value) -> made.apply(parser.parse(name, value)),
        back.andThen(writer));
  }

  /** A value that stands in a file, where a path is meant from the folder of that file. */
  String located(Path folder, String value) {
    boolean relative = isPath.test(value.strip()) && !value.startsWith("~/") && !value.isBlank();
    return relative ? locate(folder, value) : value;
  }

  private static String locate(Path folder, String value) {
    try {
      return folder.resolve(value).toString();
    } catch (InvalidPathException e) {
      // whoever reads the value says what is wrong with it
      return value;
    }
  }

  T parse(String name, String value) {
    return parser.parse(name, everyBlankCounts ? value : value.strip());
  }

  String written(T value) {
    return writer.apply(value);
  }

  /** User and password would be shown wherever the address is, and would never be sent. */
  private static URI parseAddress(String name, String value) {
    if (value.contains("@")) {
      throw new InvalidSettingException(name, "...", ADDRESS + ", without user and password");
    }
    try {
      URI uri = URI.create(value.replaceAll("/+$", ""));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(name, value, ADDRESS);
    }
    throw new InvalidSettingException(name, value, ADDRESS);
  }

  private static Path parsePath(String name, String value) {
    try {
      Path path =
          value.startsWith("~/")
              ? Path.of(System.getProperty("user.home"), value.substring(2))
              : Path.of(value);
      return path.toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new InvalidSettingException(name, value, PATH);
    }
  }
}
