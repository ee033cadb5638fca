package edgeai.cli.command;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import edgeai.cli.place.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a camera watches. It may hold a password, so it is on no command line, which everybody on
 * this machine can read.
 *
 * @param value a path, an address or the index of a webcam
 * @param model what finds objects in it where {@code MODEL} is not set; empty for what is usual
 */
record CameraSource(String value, Optional<String> model) {
  /** The model that was trained on what the project's own clip shows. */
  static final String STREET_MODEL = "street";

  private static final Pattern PASSWORD =
      Pattern.compile("://[^/?#]*:[^/?#]*@|(?i:pass|pwd|secret|token)[^=/&?]*=");

  private static final int LONGEST = 8_192;
  private static final Pattern WEBCAM = Pattern.compile("[0-9]{1,2}");
  private static final Pattern LIVE = Pattern.compile("[@=:?]|//");

  static CameraSource of(String typed, Environment environment) {
    return new CameraSource(
        typed.contains("://") || WEBCAM.matcher(typed).matches()
            ? typed
            : absolute(typed, environment),
        Optional.empty());
  }

  /**
   * What was typed, where everybody on this machine can read it for as long as the command runs.
   *
   * @param option that it was typed for
   * @param file empty where it stands in none
   */
  static CameraSource typed(
      String option, String typed, Optional<String> file, Environment environment) {
    if (file.isPresent()) {
      return of(read(environment.path(Typed.value(option + "-file", file.get()))), environment);
    }
    if (PASSWORD.matcher(typed).find()) {
      throw new Misuse(
          "%s with a password would be seen by everybody on this machine: write it into a file, and say %s-file FILE"
              .formatted(option, option));
    }
    return of(typed, environment);
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new CommandRefusal("%s holds more than an address".formatted(file));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CommandRefusal("%s cannot be read".formatted(file), e);
    }
  }

  /** The project's own clip, which is drawn. */
  static CameraSource street(Path clip) {
    return new CameraSource(clip.toString(), Optional.of(STREET_MODEL));
  }

  /** A path is only written in full: what is no path after all stays as it was typed. */
  private static String absolute(String typed, Environment environment) {
    if (typed.startsWith("/")) {
      return typed;
    }
    return typed.startsWith("~/")
        ? environment.path(typed).toString()
        : environment.here() + "/" + typed;
  }

  /** A file must be there; what is live may come later, and the camera says what it is. */
  void require() {
    if (value.startsWith("/") && !LIVE.matcher(value).find() && !Files.isReadable(Path.of(value))) {
      throw new CommandRefusal("there is no video %s that can be read".formatted(value));
    }
  }
}
