package edgeai.common.video;

import edgeai.common.syntax.UnprovenException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Finds where the bytes of a packet lie in the file, by comparing all of them. */
final class PacketProof implements Closeable {
  /** A container's own head of a packet, which some demuxers take for the packet's place. */
  private static final int HEAD = 64;

  private final FileChannel file;
  private ByteBuffer read = ByteBuffer.allocateDirect(1 << 20);
  private int usual;

  PacketProof(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.READ);
  }

  /** Where the packet lies that a demuxer found about there. */
  long place(ByteBuffer packet, long about) throws IOException, UnprovenException {
    if (about >= 0) {
      fill(packet.limit() + HEAD, about);
      if (isAt(usual, packet)) {
        return about + usual;
      }
      for (int i = 0; i <= HEAD; i++) {
        if (isAt(i, packet)) {
          usual = i;
          return about + i;
        }
      }
    }
    throw new UnprovenException("has frames that do not lie in the file in one piece");
  }

  private void fill(int bytes, long from) throws IOException {
    if (read.capacity() < bytes) {
      read = ByteBuffer.allocateDirect(bytes + bytes / 2);
    }
    read.clear().limit(bytes);
    long at = from;
    for (int got = file.read(read, at); got > 0; got = file.read(read, at)) {
      at += got;
    }
    read.flip();
  }

  private boolean isAt(int offset, ByteBuffer packet) {
    return offset + packet.limit() <= read.limit()
        && read.slice(offset, packet.limit()).mismatch(packet) < 0;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
