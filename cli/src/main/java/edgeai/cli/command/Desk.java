package edgeai.cli.command;

import edgeai.cli.access.AccessDesk;
import edgeai.cli.access.AccessPlace;
import java.nio.file.Path;
import java.time.Clock;

/** The desk for those who may call the servers whose data is where an option says. */
final class Desk {
  private Desk() {}

  /**
   * @param data what was typed for {@code --data}, null where it was not
   */
  static AccessDesk of(Context context, String data) {
    return new AccessDesk(
        context.console(),
        AccessPlace.of(folder(context, data), context.environment(), context.checkout()),
        Clock.systemUTC());
  }

  /** Where the data of these servers is. */
  static Path folder(Context context, String data) {
    return DataFolder.of(data, context.environment(), context.checkout().own().resolve("data"))
        .path();
  }
}
