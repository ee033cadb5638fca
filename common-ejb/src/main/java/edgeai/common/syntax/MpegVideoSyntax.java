package edgeai.common.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * MPEG-1 and MPEG-2 video (ISO/IEC 13818-2): decoding can begin at intra pictures that come with a
 * sequence header; those that follow it and are shown before it may refer to what was before.
 */
final class MpegVideoSyntax implements CodecSyntax {
  private static final int PICTURE = 0x00;
  private static final int SEQUENCE = 0xB3;
  private static final int EXTENSION = 0xB5;
  private static final int SEQUENCE_END = 0xB7;
  private static final int SEQUENCE_EXTENSION = 1;
  private static final int TABLES = 3;
  private static final int PICTURE_EXTENSION = 8;
  private static final int WHOLE_FRAME = 3;
  private static final int INTRA = 1;
  private static final int BETWEEN = 3;

  private final StartCodeUnits units = new StartCodeUnits();
  private final ReferenceOrder order = new ReferenceOrder();
  private byte[] sequence;
  private boolean ended;

  private ByteArrayOutputStream header;
  private int pictures;
  private int type;
  private boolean tables;

  @Override
  public CodedPicture read(ByteBuffer packet) throws UnprovenException {
    header = null;
    pictures = 0;
    tables = false;
    units.split(packet);
    for (int i = 0; i < units.count(); i++) {
      look(packet, units.code(i), units.begin(i), units.end(i));
    }
    if (pictures == 0) {
      return CodedPicture.UNSEEN;
    }
    if (pictures > 1) {
      throw new UnprovenException("has packets with more than one picture in them");
    }
    boolean described = header != null;
    if (described) {
      check(header.toByteArray());
    }
    if (type < INTRA || type > BETWEEN) {
      throw new UnprovenException("has pictures of a kind that is not known");
    }
    boolean between = type == BETWEEN;
    return CodedPicture.shown(
        described && type == INTRA,
        between ? order.between() : order.reference(),
        between && !described && !tables,
        CodedPicture.NO_PREFIX);
  }

  private void look(ByteBuffer packet, int code, int begin, int end) throws UnprovenException {
    if (code == PICTURE) {
      if (ended) {
        throw new UnprovenException("consists of several recordings");
      }
      pictures++;
      BitInput in = BitInput.of(packet, begin, end - begin);
      in.skip(10);
      type = in.number(3);
    } else if (code == SEQUENCE && pictures == 0) {
      header = new ByteArrayOutputStream();
    } else if (code == EXTENSION) {
      extension(BitInput.of(packet, begin, end - begin));
    }
    boolean ofHeader = code == SEQUENCE || code == EXTENSION;
    if (pictures == 0 && header != null && ofHeader) {
      byte[] unit = new byte[end - begin];
      packet.get(begin, unit);
      header.writeBytes(unit);
    } else if (code == SEQUENCE_END) {
      ended = true;
    } else if (code == SEQUENCE) {
      throw new UnprovenException("has packets with more than one picture in them");
    }
  }

  private void extension(BitInput in) throws UnprovenException {
    int kind = in.number(4);
    if (kind == SEQUENCE_EXTENSION) {
      in.skip(8);
      if (!in.flag()) {
        throw new UnprovenException("may be interlaced");
      }
    } else if (kind == TABLES) {
      tables = true; // which stay for the pictures after it
    } else if (kind == PICTURE_EXTENSION) {
      in.skip(18);
      if (in.number(2) != WHOLE_FRAME) {
        throw new UnprovenException("is interlaced");
      }
    }
  }

  private void check(byte[] now) throws UnprovenException {
    if (sequence != null && !Arrays.equals(sequence, now)) {
      throw new UnprovenException("changes on the way how it is coded");
    }
    sequence = now;
  }
}
