package edgeai.cli.audit;

import edgeai.audit.AuditFile;
import edgeai.audit.AuditFile.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The lines of one log, from the eldest there is to the newest there will be: where a file is full
 * and another is begun, it goes on there.
 */
final class AuditLines implements AutoCloseable {
  /** Longer than any entry can be. */
  private static final int MOST_OF_A_LINE = 1 << 16;

  private final AuditFile file;
  private final Deque<Part> parts = new ArrayDeque<>();
  private final ByteBuffer chunk = ByteBuffer.allocate(1 << 16).flip();
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private Object last;

  AuditLines(AuditFile file) {
    this.file = file;
  }

  /** The next one; empty where there is none yet. */
  Optional<String> next() throws IOException {
    if (last == null && !openNewer()) {
      return Optional.empty();
    }
    while (true) {
      while (chunk.hasRemaining()) {
        byte letter = chunk.get();
        if (letter == '\n') {
          return Optional.of(finished());
        }
        if (unfinished.size() < MOST_OF_A_LINE) {
          unfinished.write(letter);
        }
      }
      if (!fill()) {
        return Optional.empty();
      }
    }
  }

  private String finished() {
    String line = unfinished.toString(StandardCharsets.UTF_8);
    unfinished.reset();
    return line;
  }

  private boolean fill() throws IOException {
    while (true) {
      chunk.clear();
      int read = parts.getFirst().channel().read(chunk);
      chunk.flip();
      if (read > 0) {
        return true;
      }
      if (parts.size() > 1) {
        parts.removeFirst().close();
      } else if (file.key().filter(key -> !key.equals(last)).isEmpty() || !openNewer()) {
        return false;
      }
    }
  }

  /** Those that were begun since; what of the one before is not read yet comes first. */
  private boolean openNewer() throws IOException {
    if (!file.isThere()) {
      return false;
    }
    List<Part> all = file.open();
    int before = parts.size();
    boolean known = all.stream().noneMatch(part -> part.key().equals(last));
    for (Part part : all) {
      if (known) {
        parts.addLast(part);
      } else {
        part.close();
      }
      known |= part.key().equals(last);
    }
    if (!all.isEmpty()) {
      last = all.getLast().key();
    }
    return parts.size() > before;
  }

  @Override
  public void close() throws IOException {
    for (Part part : parts) {
      part.close();
    }
  }
}
