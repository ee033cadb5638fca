package edgeai.cli.follow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A log for people who read it: its last lines, and then what comes. Other than {@link LogTail} it
 * leaves the file as it is, which another may begin anew at any time.
 */
public final class ShownLog {
  /** From the end of a log, however long its lines are. */
  private static final int MOST_BYTES = 4 << 20;

  private static final int MOST_OF_A_LINE = 1 << 16;

  private final Path file;
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private long position;

  public ShownLog(Path file) {
    this.file = file;
  }

  /** The last lines, also of the log before where there are too few; the next ones come after. */
  public List<String> last(int most) throws IOException {
    List<String> lines = new ArrayList<>();
    Path before = LogTail.before(file);
    List<String> now = Files.exists(file) ? ending() : List.of();
    if (now.size() < most && Files.exists(before)) {
      lines.addAll(new ShownLog(before).ending());
    }
    lines.addAll(now);
    return lines.subList(Math.max(0, lines.size() - most), lines.size());
  }

  private List<String> ending() throws IOException {
    position = Math.max(0, Files.size(file) - MOST_BYTES);
    boolean cut = position > 0;
    List<String> lines = next();
    return cut && !lines.isEmpty() ? lines.subList(1, lines.size()) : lines;
  }

  /** The lines that were ended since. */
  public List<String> next() throws IOException {
    List<String> lines = new ArrayList<>();
    if (!Files.exists(file)) {
      return lines;
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      if (log.length() < position) {
        // begun anew
        position = 0;
        unfinished.reset();
      }
      log.seek(position);
      byte[] chunk = new byte[1 << 16];
      int all = 0;
      for (int read = log.read(chunk); read > 0 && all <= MOST_BYTES; read = log.read(chunk)) {
        position += read;
        all += read;
        split(chunk, read, lines);
      }
    }
    return lines;
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
