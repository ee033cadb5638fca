package edgeai.cli.command;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.place.Environment;
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

  private static final Pattern WEBCAM = Pattern.compile("[0-9]{1,2}");
  private static final Pattern LIVE = Pattern.compile("[@=:?]|//");

  static CameraSource of(String typed, Environment environment) {
    return new CameraSource(
        typed.contains("://") || WEBCAM.matcher(typed).matches()
            ? typed
            : absolute(typed, environment),
        Optional.empty());
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
