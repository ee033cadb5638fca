package edgeai.cli.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The archive of classes that all servers of an installation start from, with three quarters of the
 * processor time. It is made once, beside Payara Micro, and again when the Java runtime or a
 * library is another. Servers start without it where it cannot be made, and where the JVM finds
 * that it does not suit.
 */
public final class ClassArchive {
  /** The one in use and the one before, from which servers may still run. */
  private static final int KEPT = 2;

  private static final String FILE = "classes";
  private static final String LOCK = "lock";

  private final Installation installation;
  private final Path java;

  /**
   * @param java the folder of the Java runtime that servers run on
   */
  public ClassArchive(Installation installation, Path java) {
    this.installation = installation;
    this.java = java;
  }

  /** For servers on the Java runtime of this process. */
  public static ClassArchive of(Installation installation) {
    return new ClassArchive(installation, Path.of(System.getProperty("java.home")));
  }

  private Path folder() throws IOException {
    return installation.classArchives();
  }

  private Path current() throws IOException {
    return folder().resolve(ArchiveKey.of(installation, java));
  }

  /** What a server starts with, empty where there is none that suits. */
  Optional<ArchivedStart> find() throws IOException {
    if (!Files.isDirectory(installation.libraries())
        || !PlainNames.isPlainInAnyAlphabet(folder())) {
      return Optional.empty();
    }
    Path file = current().resolve(FILE);
    return Files.isRegularFile(file)
        ? Optional.of(new ArchivedStart(new FlatRuntime(current()), ClassData.of(java), file))
        : Optional.empty();
  }

  /**
   * Makes the archive where there is none, and says in one line what servers start from.
   *
   * @param say takes what becomes of it
   * @param children takes the processes that make it
   */
  public void ensure(Consumer<String> say, Consumer<Process> children) throws InterruptedException {
    try {
      if (find().isEmpty()) {
        requirePlain();
        make(say, children);
      }
      say.accept("servers start from class archive " + current().getFileName());
    } catch (IOException e) {
      say.accept("servers start without a class archive: " + FileTrouble.whereAndWhy(e));
    }
  }

  private void requirePlain() throws IOException {
    if (!PlainNames.isPlainInAnyAlphabet(folder())) {
      throw new IOException(folder() + " has a name that a class path cannot hold");
    }
  }

  private void make(Consumer<String> say, Consumer<Process> children)
      throws IOException, InterruptedException {
    Files.createDirectories(folder());
    try (FileChannel channel =
            FileChannel.open(
                folder().resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel)) {
      if (lock == null) {
        throw new IOException("it is being made at this moment");
      }
      if (find().isPresent()) {
        return;
      }
      say.accept("a class archive is made, once, so that servers start faster");
      Path target = current();
      Folders.delete(target);
      Path made = new ArchiveTraining(installation, java, target, children).run();
      Files.move(made, target.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
      deleteOlder();
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private void deleteOlder() throws IOException {
    try (Stream<Path> all = Files.list(folder())) {
      List<Path> oldest =
          all.filter(Files::isDirectory)
              .sorted(Comparator.comparingLong(path -> -path.toFile().lastModified()))
              .skip(KEPT)
              .toList();
      for (Path old : oldest) {
        Folders.delete(old);
      }
    }
  }
}
