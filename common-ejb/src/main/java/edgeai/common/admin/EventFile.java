package edgeai.common.admin;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.zip.CRC32;

/**
 * Owed events on disk: a line {@code crc32 number path json} for each, and a line {@code crc32
 * number} for all that are settled up to there. Lines are only appended; what a crash left
 * unfinished fails its checksum and is passed over.
 */
final class EventFile implements AutoCloseable {
  private static final String NEXT = "next";

  private final Path path;
  private RandomAccessFile file;

  EventFile(Path path) {
    this.path = path;
  }

  /** What one file holds: the events not settled yet, and the highest number it names. */
  record Contents(Deque<OwedEvent> events, long lastNumber) {}

  /** Reads what is there, and opens the file for appending to it. */
  Contents open() throws IOException {
    Files.createDirectories(path.getParent());
    Contents contents = Files.exists(path) ? read() : new Contents(new ArrayDeque<>(), 0);
    rewrite(contents.events(), contents.lastNumber());
    return contents;
  }

  private Contents read() throws IOException {
    Deque<OwedEvent> events = new ArrayDeque<>();
    long last = 0;
    String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (!isWhole(line)) {
        continue;
      }
      String[] parts = line.split("\t", 4);
      long number = Long.parseLong(parts[1]);
      last = Math.max(last, number);
      if (parts.length == 4) {
        events.add(new OwedEvent(number, parts[2], parts[3]));
      } else {
        settle(events, number);
      }
    }
    return new Contents(events, last);
  }

  private static void settle(Deque<OwedEvent> events, long number) {
    while (!events.isEmpty() && events.peekFirst().number() <= number) {
      events.pollFirst();
    }
  }

  private static boolean isWhole(String line) {
    int tab = line.indexOf('\t');
    return tab > 0 && line.substring(0, tab).equals(checksum(line.substring(tab + 1)));
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }

  /** Appends an event; it survives the end of this process once this returns. */
  void append(OwedEvent event) throws IOException {
    write(line(event));
  }

  /** A line that does not fit on the disk leaves nothing behind. */
  private void write(byte[] line) throws IOException {
    if (file == null) {
      throw new IOException("the store of events is closed");
    }
    long before = file.getFilePointer();
    try {
      file.write(line);
    } catch (IOException e) {
      file.setLength(before);
      file.seek(before);
      throw e;
    }
  }

  /** Notes that all events up to this number are settled. */
  void settled(long number) throws IOException {
    write(line(String.valueOf(number)));
  }

  long size() throws IOException {
    return file.length();
  }

  /** Writes the file anew with these events alone, in one step that a crash cannot halve. */
  void rewrite(Collection<OwedEvent> events, long lastNumber) throws IOException {
    Path next = path.resolveSibling(path.getFileName() + "." + NEXT);
    try (RandomAccessFile out = new RandomAccessFile(next.toFile(), "rw")) {
      out.setLength(0);
      long before = events.isEmpty() ? lastNumber : events.iterator().next().number() - 1;
      out.write(line(String.valueOf(before)));
      for (OwedEvent event : events) {
        out.write(line(event));
      }
      out.getFD().sync();
    }
    close();
    try {
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      file = new RandomAccessFile(path.toFile(), "rw");
      file.seek(file.length());
    }
  }

  private static byte[] line(OwedEvent event) {
    return line("%d\t%s\t%s".formatted(event.number(), event.path(), event.json()));
  }

  private static byte[] line(String text) {
    return (checksum(text) + "\t" + text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
