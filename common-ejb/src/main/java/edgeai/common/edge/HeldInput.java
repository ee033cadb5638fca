package edgeai.common.edge;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/** Reads a body that is in memory already. */
final class HeldInput extends ServletInputStream {
  private final HeldBytes bytes;
  private long place;

  HeldInput(HeldBytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    return isFinished() ? -1 : bytes.at(place++);
  }

  @Override
  public int read(byte[] to, int offset, int length) {
    if (isFinished()) {
      return length == 0 ? 0 : -1;
    }
    int count = bytes.copy(place, to, offset, length);
    place += count;
    return count;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, bytes.size() - place);
  }

  @Override
  public boolean isFinished() {
    return place >= bytes.size();
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setReadListener(ReadListener listener) {
    throw new IllegalStateException("the body was read already");
  }
}
