package edgeai.audit;

import edgeai.access.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * A file of lines that several processes add to: its owner's alone, whole lines or none, and at
 * most five of 10 MB, of which the eldest goes. Two of them lie beside each other, so that nobody
 * pushes out what was done by having much refused.
 */
public final class AuditFile {
  /** Of each of them. */
  static final long MOST_BYTES = 10_000_000;

  /** With the one that grows. */
  static final int FILES = 5;

  private static final Lock IN_THIS_PROCESS = new ReentrantLock();

  private final Path path;
  private final long mostBytes;

  AuditFile(Path path, long mostBytes) {
    this.path = path;
    this.mostBytes = mostBytes;
  }

  /** What was done. */
  public static AuditFile ofDeeds(Path folder) {
    return new AuditFile(folder.resolve("audit.jsonl"), MOST_BYTES);
  }

  /** What was refused or failed. */
  public static AuditFile ofRefusals(Path folder) {
    return new AuditFile(folder.resolve("audit-refused.jsonl"), MOST_BYTES);
  }

  /**
   * One file of those there are.
   *
   * @param key by which it is known again, whatever it is called by then
   */
  public record Part(Object key, FileChannel channel) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** Opens all there are to be read, the eldest first. */
  public List<Part> open() throws IOException {
    List<Part> parts = new ArrayList<>();
    try (FileChannel lock = lock()) {
      lock.lock(); // until it is closed
      for (Path part : paths()) {
        if (Files.exists(part)) {
          parts.add(new Part(key(part), FileChannel.open(part, StandardOpenOption.READ)));
        }
      }
    }
    return parts;
  }

  /** Whether anything was ever written to it. */
  public boolean isThere() {
    return Files.exists(path);
  }

  /** Of the file that grows; empty where there is none. */
  public Optional<Object> key() throws IOException {
    try {
      return Optional.of(key(path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Object key(Path part) throws IOException {
    Object key = Files.readAttributes(part, BasicFileAttributes.class).fileKey();
    return key == null ? part : key;
  }

  /** All there may be of it, the eldest first. */
  public List<Path> paths() {
    return IntStream.iterate(FILES - 1, age -> age >= 0, age -> age - 1)
        .mapToObj(this::aged)
        .toList();
  }

  /** The one that grows. */
  public Path path() {
    return path;
  }

  private Path aged(int age) {
    return age == 0 ? path : path.resolveSibling(path.getFileName() + "." + age);
  }

  /**
   * Adds lines, while nobody else does.
   *
   * @throws IOException where they are not in the file, none of them
   */
  public void append(List<String> lines) throws IOException {
    byte[] added = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    // a file is locked for a process, not for one of its threads
    IN_THIS_PROCESS.lock();
    try {
      PrivateFiles.makeFolder(path.toAbsolutePath().getParent());
      try (FileChannel lock = lock()) {
        lock.lock(); // until it is closed
        if (Files.exists(path) && Files.size(path) + added.length > mostBytes) {
          age();
        }
        add(added);
      }
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }

  private FileChannel lock() throws IOException {
    Path lock = path.resolveSibling("audit.lock");
    PrivateFiles.make(lock);
    return FileChannel.open(lock, StandardOpenOption.WRITE);
  }

  private void age() throws IOException {
    for (int age = FILES - 1; age > 0; age--) {
      if (Files.exists(aged(age - 1))) {
        Files.move(
            aged(age - 1),
            aged(age),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void add(byte[] lines) throws IOException {
    PrivateFiles.make(path);
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = file.size();
      try {
        file.position(end);
        if (end > 0 && !endsALine(file, end)) {
          write(file, new byte[] {'\n'}); // whoever wrote last was killed amid it
        }
        write(file, lines);
      } catch (IOException e) {
        file.truncate(end);
        throw e;
      }
    }
  }

  private static boolean endsALine(FileChannel file, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    file.read(last, end - 1);
    return last.get(0) == '\n';
  }

  private static void write(FileChannel file, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      file.write(rest);
    }
  }
}
