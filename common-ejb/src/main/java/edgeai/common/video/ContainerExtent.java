package edgeai.common.video;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * How far a container says it reaches, compared with the file: the one sure sign of a file that was
 * cut off, since frame counts and lengths are only approximately right in healthy files too.
 *
 * @param cutOff the container declares bytes beyond the end of the file
 * @param indexMissing an mp4 or mov without its index, the moov box: nothing of it can be read
 */
record ContainerExtent(boolean cutOff, boolean indexMissing) {
  /** Of a source that has no end, or of which nobody can say where it should be. */
  static final ContainerExtent UNKNOWN = new ContainerExtent(false, false);

  private static final int MAX_BOXES = 200_000;
  private static final long EBML_HEADER = 0x1A45DFA3L;
  private static final long SEGMENT = 0x18538067L;

  /** Of the source that is asked for. */
  static ContainerExtent of(DecodeRequest request) throws VideoException {
    if (request.source().isPresent()) {
      return UNKNOWN;
    }
    try {
      return of(Path.of(request.file()), request.container());
    } catch (IOException e) {
      throw VideoException.refused("cannot be opened for reading");
    }
  }

  static ContainerExtent of(Path path, ContainerSignature container) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      return switch (container) {
        case MP4, MOV, THREE_GP -> boxes(file);
        case MKV, WEBM -> new ContainerExtent(segmentCutOff(file), false);
        case AVI -> new ContainerExtent(riffCutOff(file), false);
        case FLV -> new ContainerExtent(lastTagBroken(file), false);
        case ASF -> new ContainerExtent(objectsCutOff(file), false);
        case MXF -> new ContainerExtent(footerMissing(file), false);
        case TRANSPORT_STREAM, PROGRAM_STREAM, OGG, DV ->
            new ContainerExtent(new PacketTail(file).isBroken(container), false);
        case H264, H265, MPEG_VIDEO -> UNKNOWN;
      };
    } catch (EOFException e) {
      return new ContainerExtent(true, false);
    }
  }

  private static ContainerExtent boxes(RandomAccessFile file) throws IOException {
    long size = file.length();
    boolean index = false;
    long at = 0;
    for (int i = 0; i < MAX_BOXES && at + 8 <= size; i++) {
      file.seek(at);
      long length = file.readInt() & 0xFFFFFFFFL;
      int type = file.readInt();
      if (length == 1 && at + 16 <= size) {
        length = file.readLong();
      } else if (length == 0) {
        length = size - at;
      }
      if (length < 8 || !isName(type)) {
        break; // padding or rubbish behind the last box: not a sign of anything
      }
      if (length > size - at) {
        return new ContainerExtent(true, !index);
      }
      index |= type == 0x6D6F6F76; // moov
      at += length;
    }
    return new ContainerExtent(false, !index);
  }

  private static boolean isName(int type) {
    for (int shift = 0; shift < 32; shift += 8) {
      int letter = type >>> shift & 255;
      if (letter < ' ' || letter > '~' && letter != 0xA9) {
        return false;
      }
    }
    return true;
  }

  private static boolean riffCutOff(RandomAccessFile file) throws IOException {
    long size = file.length();
    long at = 0;
    for (int i = 0; i < MAX_BOXES && at + 8 <= size; i++) {
      file.seek(at);
      boolean riff = file.readInt() == 0x52494646;
      long length = Integer.reverseBytes(file.readInt()) & 0xFFFFFFFFL;
      if (!riff || length == 0 || length == 0xFFFFFFFFL) {
        return false; // the next one is no RIFF, or a recorder never came to write the length
      }
      at += 8 + length + (length & 1);
    }
    return at > size + 1;
  }

  private static boolean segmentCutOff(RandomAccessFile file) throws IOException {
    if (file.readInt() != (int) EBML_HEADER) {
      return false;
    }
    long header = ebmlLength(file);
    if (header < 0 || header > file.length()) {
      return false;
    }
    file.seek(file.getFilePointer() + header);
    if (file.readInt() != (int) SEGMENT) {
      return false;
    }
    long length = ebmlLength(file);
    return length >= 0 && length > file.length() - file.getFilePointer();
  }

  /** A length as EBML writes it (RFC 8794, section 6); -1 stands for unknown. */
  private static long ebmlLength(RandomAccessFile file) throws IOException {
    int first = file.readUnsignedByte();
    int more = Integer.numberOfLeadingZeros(first) - 24;
    if (more > 7) {
      return -1;
    }
    long value = first & 0x7F >> more;
    boolean unknown = value == 0x7F >> more;
    for (int i = 0; i < more; i++) {
      int next = file.readUnsignedByte();
      unknown &= next == 255;
      value = value << 8 | next;
    }
    return unknown ? -1 : value;
  }

  /** Objects lie one behind the other, each with its length; one of 0 is still being written. */
  private static boolean objectsCutOff(RandomAccessFile file) throws IOException {
    long size = file.length();
    long at = 0;
    for (int i = 0; i < MAX_BOXES && at + 24 <= size; i++) {
      file.seek(at + 16);
      long length = Long.reverseBytes(file.readLong());
      if (length < 24) {
        return false;
      }
      if (length > size - at) {
        return true;
      }
      at += length;
    }
    return false;
  }

  /** The header partition says where the footer is (SMPTE ST 377-1, 7.1), 0 while unknown. */
  private static boolean footerMissing(RandomAccessFile file) throws IOException {
    file.seek(16);
    int first = file.readUnsignedByte();
    long value = 17 + (first < 0x80 ? 0 : first & 0x7F);
    file.seek(value + 24);
    long footer = file.readLong();
    return footer < 0 || footer >= file.length();
  }

  /** Each tag is followed by its own length, so the last four bytes must lead to a tag's head. */
  private static boolean lastTagBroken(RandomAccessFile file) throws IOException {
    long size = file.length();
    if (size < 13 + 15) {
      return true;
    }
    file.seek(size - 4);
    long tag = file.readInt() & 0xFFFFFFFFL;
    if (tag < 11 || tag + 4 > size - 9) {
      return true;
    }
    file.seek(size - 4 - tag);
    int type = file.readUnsignedByte() & 0x1F;
    int data =
        file.readUnsignedByte() << 16 | file.readUnsignedByte() << 8 | file.readUnsignedByte();
    return data + 11 != tag || type != 8 && type != 9 && type != 18;
  }
}
