package edgeai.cli.follow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the lines that a log file has grown by, and keeps it from growing without end: what is
 * enough goes to a second file, in place of what went there before. Whoever writes it appends; what
 * comes faster than it is read is in the second file alone.
 */
public final class LogTail {
  /** Of a log, and of the one before it. */
  static final long MOST_BYTES = 16L << 20;

  /** Read at a time, however fast it grows. */
  private static final int MOST_READ = 1 << 20;

  /** Of a line; what is longer is given in parts. */
  private static final int MOST_OF_A_LINE = 1 << 16;

  private final Path file;
  private final long mostBytes;
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private long position;

  public LogTail(Path file) {
    this(file, MOST_BYTES);
  }

  LogTail(Path file, long mostBytes) {
    this.file = file;
    this.mostBytes = mostBytes;
  }

  /** Where the beginning of a log goes once there is enough of it. */
  static Path before(Path log) {
    return log.resolveSibling(log.getFileName() + ".1");
  }

  /** The lines that were ended since the last call, or many of them. */
  public List<String> next() throws IOException {
    List<String> lines = new ArrayList<>();
    int all = 0;
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(position);
      byte[] chunk = new byte[16_384];
      int read = log.read(chunk);
      while (read > 0) {
        position += read;
        all += read;
        split(chunk, read, lines);
        read = all < MOST_READ ? log.read(chunk) : 0;
      }
    }
    if (position > mostBytes) {
      startAnew();
    }
    return lines;
  }

  private void startAnew() throws IOException {
    Files.copy(file, before(file), StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel log = FileChannel.open(file, StandardOpenOption.WRITE)) {
      log.truncate(0);
    }
    position = 0;
  }

  private void split(byte[] chunk, int length, List<String> lines) {
    for (int i = 0; i < length; i++) {
      if (chunk[i] == '\n' || unfinished.size() == MOST_OF_A_LINE) {
        lines.add(unfinished.toString(StandardCharsets.UTF_8));
        unfinished.reset();
      }
      if (chunk[i] != '\n') {
        unfinished.write(chunk[i]);
      }
    }
  }
}
