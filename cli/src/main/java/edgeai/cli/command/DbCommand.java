package edgeai.cli.command;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import edgeai.cli.database.BackupDesk;
import edgeai.cli.database.CopyDesk;
import edgeai.cli.database.DatabaseKind;
import edgeai.settings.BackupFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Backs a server's database up while it runs, restores one into the database of the next start, and
 * copies from one kind of database into the other.
 */
@picocli.CommandLine.Command(name = "db")
final class DbCommand implements Command {
  private static final String TAKES =
      "db takes backup FILE, restore FILE, copy postgresql or copy h2";

  private static final List<String> SERVERS = List.of("coordinator", "admin");

  private final Context context;

  @Option(names = "--of")
  private String server;

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
    if (server != null && !SERVERS.contains(server)) {
      throw new Misuse("--of takes coordinator or admin, not", server);
    }
    switch (words.get(0)) {
      case "backup" -> backUp(desk(), file());
      case "restore" -> restore(desk(), file());
      case "copy" -> copy();
      default -> throw new Misuse(TAKES + ", not", words.get(0));
    }
    return 0;
  }

  private Path file() {
    return context.environment().path(words.get(1));
  }

  private BackupDesk desk() {
    String name = server == null ? SERVERS.getFirst() : server;
    return new BackupDesk(context.console(), new BackupFiles(folder(name), name));
  }

  /** Of all servers, where none is named. */
  private void copy() throws InterruptedException {
    DatabaseKind to =
        DatabaseKind.of(words.get(1))
            .orElseThrow(() -> new Misuse("db copy takes postgresql or h2, not", words.get(1)));
    CopyDesk desk =
        new CopyDesk(
            context.console(), context.checkout(), context.environment(), context.session());
    context.checkout().prepare();
    new Launch(context, context.environment()).build();
    int copied = 0;
    for (String name : server == null ? SERVERS : List.of(server)) {
      if (desk.copy(name, folder(name), to, replace)) {
        copied++;
      } else {
        context.console().event("edge", "nothing of the %s is there".formatted(name));
      }
    }
    if (copied == 0) {
      throw new CommandRefusal("nothing was copied: name the folder with the data by --data");
    }
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
  private Path folder(String name) {
    Path folder = Desk.folder(context, data);
    Path own = folder.resolve(name);
    boolean usual = folder.equals(context.checkout().own().resolve("data"));
    return usual || Files.isDirectory(own) ? own : folder;
  }

  @Override
  public String unknown(String word) {
    return "has no option";
  }
}
