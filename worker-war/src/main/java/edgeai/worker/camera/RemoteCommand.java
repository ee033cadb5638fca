package edgeai.worker.camera;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the admin server may tell a camera to do. */
enum RemoteCommand {
  START,
  STOP,
  RESTART;

  static Optional<RemoteCommand> of(String word) {
    return Stream.of(values()).filter(command -> command.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
