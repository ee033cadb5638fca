package edgeai.common.settings;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads settings by name; an empty value counts as unset, a bad one stops the start. */
public final class SettingReader {
  private final UnaryOperator<String> source;

  /**
   * @param source gives the value of a name, null where it has none
   */
  public SettingReader(UnaryOperator<String> source) {
    this.source = source;
  }

  /**
   * Reads from MicroProfile Config: system properties, environment variables, secrets. Values are
   * taken as they are written: a path or a password may hold what would be an expression there.
   */
  public static SettingReader fromConfig() {
    return new SettingReader(name -> ConfigProvider.getConfig().getConfigValue(name).getRawValue());
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(source.apply(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  public String text(String name, String fallback) {
    return text(name).orElse(fallback);
  }

  public long whole(String name, long fallback, long min, long max) {
    return text(name)
        .map(
            value -> {
              String allowed = "a whole number from %d to %d".formatted(min, max);
              try {
                long number = Long.parseLong(value);
                if (number >= min && number <= max) {
                  return number;
                }
              } catch (NumberFormatException e) {
                throw new InvalidSettingException(name, value, allowed);
              }
              throw new InvalidSettingException(name, value, allowed);
            })
        .orElse(fallback);
  }

  public int integer(String name, int fallback, int min, int max) {
    return (int) whole(name, fallback, min, max);
  }

  public double decimal(String name, double fallback, double min, double max) {
    return text(name)
        .map(
            value -> {
              String allowed = "a number from %s to %s".formatted(min, max);
              try {
                double number = Double.parseDouble(value);
                if (number >= min && number <= max) {
                  return number;
                }
              } catch (NumberFormatException e) {
                throw new InvalidSettingException(name, value, allowed);
              }
              throw new InvalidSettingException(name, value, allowed);
            })
        .orElse(fallback);
  }

  /**
   * @param pattern what the value must match
   * @param allowed the same in words
   */
  public String matching(String name, String fallback, String pattern, String allowed) {
    String value = text(name, fallback);
    if (!value.matches(pattern)) {
      throw new InvalidSettingException(name, value, allowed);
    }
    return value;
  }

  /** {@code auto}, {@code cpu}, or {@code cuda} with or without the number of a device. */
  public String provider() {
    return matching("PROVIDER", "auto", "auto|cpu|cuda(:\\d{1,3})?", "auto, cpu, cuda or cuda:n");
  }

  public boolean flag(String name, boolean fallback) {
    return text(name)
        .map(
            value ->
                switch (value.toLowerCase(Locale.ROOT)) {
                  case "true", "1", "yes", "on" -> true;
                  case "false", "0", "no", "off" -> false;
                  default -> throw new InvalidSettingException(name, value, "true or false");
                })
        .orElse(fallback);
  }

  /** An http or https address without a trailing slash. */
  public Optional<URI> address(String name) {
    return text(name).map(value -> parseAddress(name, value));
  }

  /** A path with all its blanks; {@code ~/} at its beginning is the user's own folder. */
  public Optional<Path> path(String name) {
    return text(name).map(stripped -> parsePath(name, source.apply(name)));
  }

  private static Path parsePath(String name, String value) {
    try {
      Path path =
          value.startsWith("~/")
              ? Path.of(System.getProperty("user.home"), value.substring(2))
              : Path.of(value);
      return path.toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new InvalidSettingException(
          name,
          value,
          "a path of this machine (one with letters beyond ASCII needs LC_ALL=C.UTF-8 or another"
              + " locale of UTF-8)");
    }
  }

  /** Comma-separated values, blanks around them dropped. */
  public List<String> list(String name) {
    return text(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** User and password would be shown wherever the address is, and would never be sent. */
  private static URI parseAddress(String name, String value) {
    String allowed = "an address such as http://192.168.1.20:8000";
    if (value.contains("@")) {
      throw new InvalidSettingException(name, "...", allowed + ", without user and password");
    }
    try {
      URI uri = URI.create(value.replaceAll("/+$", ""));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(name, value, allowed);
    }
    throw new InvalidSettingException(name, value, allowed);
  }
}
