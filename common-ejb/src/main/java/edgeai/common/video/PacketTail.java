package edgeai.common.video;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;

/**
 * Whether a file ends in the middle of a packet or page: the one sign of a cut in containers that
 * say nowhere how far they reach. A cut between two packets leaves no trace.
 */
final class PacketTail {
  /** A page of Ogg has 65,307 bytes at most, a packet of a program stream hardly more. */
  private static final int TAIL = 1 << 17;

  private static final int PAL_FRAME = 144_000;
  private static final int NTSC_FRAME = 120_000;
  private static final int PROGRAM_END = 0xB9;

  private final RandomAccessFile file;

  PacketTail(RandomAccessFile file) {
    this.file = file;
  }

  boolean isBroken(ContainerSignature container) throws IOException {
    return switch (container) {
      case TRANSPORT_STREAM -> transportPacketBroken();
      case PROGRAM_STREAM -> programPacketBroken(tail());
      case OGG -> pageBroken(tail());
      case DV -> frameBroken();
      default -> false;
    };
  }

  private byte[] tail() throws IOException {
    long from = Math.max(0, file.length() - TAIL);
    byte[] tail = new byte[(int) (file.length() - from)];
    file.seek(from);
    file.readFully(tail);
    return tail;
  }

  private boolean transportPacketBroken() throws IOException {
    byte[] head = new byte[(int) Math.min(file.length(), ContainerSignature.HEAD_BYTES)];
    file.seek(0);
    file.readFully(head);
    long size = file.length();
    return TransportPackets.find(head).filter(packets -> packets.cutOff(size)).isPresent();
  }

  /** From the last pack on, each packet says how long it is. */
  private static boolean programPacketBroken(byte[] tail) {
    int at = lastPack(tail);
    if (at < 0) {
      return false;
    }
    at += (tail[at + 4] & 0xC0) == 0x40 ? packLength(tail, at) : 12;
    while (at + 6 <= tail.length) {
      if (tail[at] != 0 || tail[at + 1] != 0 || tail[at + 2] != 1) {
        return false; // padding or rubbish behind the last packet: not a sign of anything
      }
      int stream = tail[at + 3] & 255;
      if (stream == PROGRAM_END) {
        return false;
      }
      int length = (tail[at + 4] & 255) << 8 | tail[at + 5] & 255;
      at += 6 + length;
    }
    return at > tail.length;
  }

  private static int packLength(byte[] tail, int at) {
    return at + 14 > tail.length ? 14 : 14 + (tail[at + 13] & 7);
  }

  private static int lastPack(byte[] tail) {
    int last = -1;
    for (int at = StartCodes.pack(tail, 0); at >= 0; at = StartCodes.pack(tail, at + 4)) {
      last = at;
    }
    return last;
  }

  /** A page's head of 27 bytes is followed by the lengths of its segments (RFC 3533, 6). */
  private static boolean pageBroken(byte[] tail) {
    int at = lastPage(tail);
    if (at < 0) {
      return false;
    }
    int segments = at + 27 > tail.length ? 255 : tail[at + 26] & 255;
    int end = at + 27 + segments;
    if (end > tail.length) {
      return true;
    }
    for (int i = at + 27; i < at + 27 + segments; i++) {
      end += tail[i] & 255;
    }
    return end > tail.length;
  }

  private static int lastPage(byte[] tail) {
    byte[] mark = {'O', 'g', 'g', 'S', 0};
    for (int at = tail.length - mark.length; at >= 0; at--) {
      if (Arrays.equals(tail, at, at + mark.length, mark, 0, mark.length)) {
        return at;
      }
    }
    return -1;
  }

  /** The first block says whether frames have 25 or 30 a second, and so how large they are. */
  private boolean frameBroken() throws IOException {
    file.seek(3);
    boolean pal = (file.readByte() & 0x80) != 0;
    return file.length() % (pal ? PAL_FRAME : NTSC_FRAME) != 0;
  }
}
