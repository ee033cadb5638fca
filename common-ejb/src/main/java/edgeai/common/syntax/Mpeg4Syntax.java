package edgeai.common.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * MPEG-4 visual (ISO/IEC 14496-2): decoding can begin at intra planes; those that follow one and
 * are shown before it may refer to what was before. A packet with two of them, as AVI needs for
 * what is shown in between, is none that can be cut.
 */
final class Mpeg4Syntax implements CodecSyntax {
  private static final int LAST_LAYER = 0x2F;
  private static final int FIRST_LAYER = 0x20;
  private static final int FIRST_OF_HEADER = 0xB0;
  private static final int USER_DATA = 0xB2;
  private static final int GROUP = 0xB3;
  private static final int OBJECT = 0xB5;
  private static final int PLANE = 0xB6;
  private static final int INTRA = 0;
  private static final int BETWEEN = 2;
  private static final byte[] START_CODE = {0, 0, 1};

  private final StartCodeUnits units = new StartCodeUnits();
  private final ReferenceOrder order = new ReferenceOrder();
  private final byte[] declared;
  private byte[] inBand;
  private Mpeg4Layer layer;

  Mpeg4Syntax(byte[] extraData) throws UnprovenException {
    declared = header(ByteBuffer.wrap(extraData));
  }

  /** What comes before the first plane: how all of them are coded, and by whom. */
  private byte[] header(ByteBuffer packet) throws UnprovenException {
    units.split(packet);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    for (int i = 0; i < units.count() && units.code(i) != PLANE; i++) {
      int code = units.code(i);
      if (code >= FIRST_LAYER && code <= LAST_LAYER) {
        layer = Mpeg4Layer.of(BitInput.of(packet, units.begin(i), units.end(i) - units.begin(i)));
      }
      if (code <= USER_DATA && code >= FIRST_OF_HEADER || code == OBJECT || code <= LAST_LAYER) {
        header.writeBytes(START_CODE);
        header.write(code);
        byte[] unit = new byte[units.end(i) - units.begin(i)];
        packet.get(units.begin(i), unit);
        header.writeBytes(unit);
      } else if (code != GROUP) {
        throw new UnprovenException("has parts that are not known");
      }
    }
    return header.toByteArray();
  }

  @Override
  public CodedPicture read(ByteBuffer packet) throws UnprovenException {
    byte[] header = header(packet);
    byte[] prefix = check(header);
    int plane = -1;
    for (int i = 0; i < units.count(); i++) {
      if (units.code(i) == PLANE) {
        if (plane >= 0) {
          throw new UnprovenException("has packets with more than one picture in them");
        }
        plane = i;
      } else if (plane >= 0) {
        throw new UnprovenException("has parts that are not known");
      }
    }
    if (plane < 0) {
      return CodedPicture.UNSEEN;
    }
    if (layer == null) {
      throw new UnprovenException("does not say how it is coded");
    }
    return plane(BitInput.of(packet, units.begin(plane), 16), prefix);
  }

  /** Holds a header against the first one; tells what has to be known where none comes along. */
  private byte[] check(byte[] header) throws UnprovenException {
    byte[] known = inBand == null ? CodedPicture.NO_PREFIX : inBand;
    if (header.length == 0) {
      inBand = known;
      return known;
    }
    if (inBand == null) {
      inBand = Arrays.equals(header, declared) ? CodedPicture.NO_PREFIX : header;
    } else if (!Arrays.equals(header, inBand) && !Arrays.equals(header, declared)
        || inBand.length == 0 && !Arrays.equals(header, declared)) {
      throw new UnprovenException("changes on the way how it is coded");
    }
    return CodedPicture.NO_PREFIX;
  }

  private CodedPicture plane(BitInput in, byte[] prefix) throws UnprovenException {
    int type = in.number(2);
    while (in.flag()) {
      // a second each
    }
    boolean marked = in.flag();
    in.skip(layer.timeBits());
    if (!marked || !in.flag()) {
      throw UnprovenException.damaged();
    }
    if (!in.flag()) {
      return CodedPicture.UNSEEN; // not coded
    }
    return CodedPicture.shown(
        type == INTRA,
        type == BETWEEN ? order.between() : order.reference(),
        type == BETWEEN,
        prefix);
  }
}
