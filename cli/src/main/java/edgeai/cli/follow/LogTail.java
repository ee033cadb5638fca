package edgeai.cli.follow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gives the lines that a log file has grown by. */
public final class LogTail {
  private final Path file;
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private long position;

  public LogTail(Path file) {
    this.file = file;
  }

  /** The lines that were ended since the last call. */
  public List<String> next() throws IOException {
    List<String> lines = new ArrayList<>();
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(position);
      byte[] chunk = new byte[16_384];
      for (int read = log.read(chunk); read > 0; read = log.read(chunk)) {
        position += read;
        split(chunk, read, lines);
      }
    }
    return lines;
  }

  private void split(byte[] chunk, int length, List<String> lines) {
    for (int i = 0; i < length; i++) {
      if (chunk[i] == '\n') {
        lines.add(unfinished.toString(StandardCharsets.UTF_8));
        unfinished.reset();
      } else {
        unfinished.write(chunk[i]);
      }
    }
  }
}
