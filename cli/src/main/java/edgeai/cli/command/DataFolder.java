package edgeai.cli.command;

import edgeai.access.PrivateFiles;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Console;
import edgeai.cli.console.Misuse;
import edgeai.cli.place.Environment;
import edgeai.cli.server.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where data is kept: as an option says, else as {@code DATA_DIR} does, else in the checkout. */
record DataFolder(Path path) {

  /**
   * @param option what was typed for {@code --data}, null where it was not
   */
  static DataFolder of(String option, Environment environment, Path otherwise) {
    if (option != null && option.isEmpty()) {
      throw new Misuse("--data takes a folder");
    }
    Path wished =
        Optional.ofNullable(option)
            .or(() -> environment.get("DATA_DIR"))
            .map(environment::path)
            .orElse(otherwise);
    return new DataFolder(wished.toAbsolutePath().normalize());
  }

  DataFolder within(String name) {
    return new DataFolder(path.resolve(name));
  }

  /** Makes it and says where it is. */
  void use(Console console) {
    try {
      PrivateFiles.makeFolder(path);
    } catch (IOException e) {
      throw refusal(FileTrouble.reason(e), e);
    }
    if (!Files.isWritable(path) || !Files.isExecutable(path)) {
      throw refusal("it may not be written", null);
    }
    console.event("edge", "data in " + path);
  }

  private CommandRefusal refusal(String why, IOException cause) {
    return new CommandRefusal(
        "no data can be kept in %s (%s): choose another folder with --data or DATA_DIR"
            .formatted(path, why),
        cause);
  }
}
