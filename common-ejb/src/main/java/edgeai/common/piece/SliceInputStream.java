package edgeai.common.piece;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Slices of a file, one after the other. An interrupt does not close it, as it would a channel. */
final class SliceInputStream extends InputStream {
  private final RandomAccessFile file;
  private final Iterator<FileSlice> rest;
  private long left;

  SliceInputStream(Path path, List<FileSlice> slices) throws IOException {
    file = new RandomAccessFile(path.toFile(), "r");
    rest = slices.iterator();
  }

  private boolean ended() throws IOException {
    while (left == 0) {
      if (!rest.hasNext()) {
        return true;
      }
      FileSlice next = rest.next();
      file.seek(next.from());
      left = next.length();
    }
    return false;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (ended()) {
      return -1;
    }
    int read = file.read(target, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new EOFException("the video has become shorter");
    }
    left -= read;
    return read;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
