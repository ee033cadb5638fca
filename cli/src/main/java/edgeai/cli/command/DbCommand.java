package edgeai.cli.command;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import edgeai.cli.database.BackupDesk;
import edgeai.settings.BackupFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Backs a server's database up while it runs, and restores one into the database of the next start.
 */
@picocli.CommandLine.Command(name = "db")
final class DbCommand implements Command {
  private static final String TAKES = "db takes backup FILE or restore FILE";

  private final Context context;

  @Option(names = "--of")
  private String server = "coordinator";

  @Option(names = "--replace")
  private boolean replace;

  @Option(names = "--data")
  private String data;

  @Parameters private List<String> words = new ArrayList<>();

  DbCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    if (words.size() != 2) {
      throw new Misuse(TAKES);
    }
    if (!List.of("coordinator", "admin").contains(server)) {
      throw new Misuse("--of takes coordinator or admin, not", server);
    }
    Path file = context.environment().path(words.get(1));
    BackupDesk desk = new BackupDesk(context.console(), new BackupFiles(folder(), server));
    switch (words.get(0)) {
      case "backup" -> backUp(desk, file);
      case "restore" -> restore(desk, file);
      default -> throw new Misuse(TAKES + ", not", words.get(0));
    }
    return 0;
  }

  private void backUp(BackupDesk desk, Path file) throws InterruptedException {
    if (replace) {
      throw new Misuse("db backup has no option --replace");
    }
    desk.backUp(file);
  }

  private void restore(BackupDesk desk, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandRefusal("there is no file " + file);
    }
    desk.restore(file, replace);
  }

  /** That of the server in the folder for data of several, or of it alone. */
  private Path folder() {
    Path folder = Desk.folder(context, data);
    Path own = folder.resolve(server);
    boolean usual = folder.equals(context.checkout().own().resolve("data"));
    return usual || Files.isDirectory(own) ? own : folder;
  }

  @Override
  public String unknown(String word) {
    return "has no option";
  }
}
