package edgeai.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a value comes from.
 *
 * @param source the kind of place
 * @param file where it stands in one
 * @param line of that file, counted from 1; 0 where it stands in none
 * @param via the option, or the predecessor's setting, that the value was made of
 */
public record Origin(Source source, Optional<Path> file, int line, Optional<String> via) {

  /** Kinds of places, the one that wins over all others first. */
  public enum Source {
    OPTION,
    ENVIRONMENT,
    FILE,
    DEFAULT
  }

  public static final Origin ENVIRONMENT =
      new Origin(Source.ENVIRONMENT, Optional.empty(), 0, Optional.empty());

  public static final Origin DEFAULT =
      new Origin(Source.DEFAULT, Optional.empty(), 0, Optional.empty());

  /** An option of the command such as {@code --port}. */
  public static Origin option(String option) {
    return new Origin(Source.OPTION, Optional.empty(), 0, Optional.of(option));
  }

  static Origin line(Path file, int line) {
    return new Origin(Source.FILE, Optional.of(file), line, Optional.empty());
  }

  Origin via(String predecessor) {
    return new Origin(source, file, line, Optional.of(predecessor));
  }

  /** In words, such as {@code /etc/edge/edge.properties, line 3}. */
  public String words() {
    String place =
        switch (source) {
          case OPTION -> "option";
          case ENVIRONMENT -> "environment";
          case FILE -> "%s, line %d".formatted(file.orElseThrow(), line);
          case DEFAULT -> "default";
        };
    return via.map(name -> place + " " + name).orElse(place);
  }

  /** What a complaint begins with: the line of a file, else nothing. */
  String beforeComplaint() {
    return file.map(path -> "%s:%d: ".formatted(path, line)).orElse("");
  }
}
