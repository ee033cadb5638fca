package edgeai.common.syntax;

import java.nio.ByteBuffer;

/**
 * H.264 (ITU-T H.264): decoding can begin at IDR pictures only. What a recovery point promises is
 * not proven by it, and a picture of intra slices promises nothing.
 */
final class H264Syntax implements CodecSyntax {
  private static final int SLICE = 1;
  private static final int PARTITION_A = 2;
  private static final int PARTITION_C = 4;
  private static final int IDR = 5;
  private static final int SEI = 6;
  private static final int SEQUENCE_PARAMETERS = 7;
  private static final int PICTURE_PARAMETERS = 8;
  private static final int END_OF_SEQUENCE = 10;

  private final PictureOrder order;
  private final CodedUnits units;
  private final ParameterSets sets;
  private long period;
  private boolean ended;

  H264Syntax(byte[] extraData, PictureOrder order) throws UnprovenException {
    this.order = order;
    boolean lengths = extraData.length > 6 && extraData[0] == 1;
    units = new CodedUnits(lengths ? 1 + (extraData[4] & 3) : 0);
    sets = new ParameterSets(units);
    if (lengths) {
      declareAll(ByteBuffer.wrap(extraData));
    } else {
      ByteBuffer packet = ByteBuffer.wrap(extraData);
      units.split(packet);
      for (int i = 0; i < units.count(); i++) {
        parameters(unit(packet, i), true);
      }
    }
  }

  /** Configuration record (ISO/IEC 14496-15, 5.3.3.1). */
  private void declareAll(ByteBuffer record) throws UnprovenException {
    int at = 5;
    for (int kind = 0; kind < 2 && at < record.limit(); kind++) {
      int count = record.get(at++) & (kind == 0 ? 31 : 255);
      for (int i = 0; i < count; i++) {
        int length = at + 2 <= record.limit() ? record.getShort(at) & 0xFFFF : record.limit();
        at += 2;
        if (length > record.limit() - at) {
          throw new UnprovenException("is damaged where it says how it is coded");
        }
        byte[] unit = new byte[length];
        record.get(at, unit);
        parameters(unit, true);
        at += length;
      }
    }
  }

  private void parameters(byte[] unit, boolean declared) throws UnprovenException {
    int kind = unit.length < 2 ? 0 : unit[0] & 31;
    if (kind != SEQUENCE_PARAMETERS && kind != PICTURE_PARAMETERS) {
      return;
    }
    long number;
    if (kind == SEQUENCE_PARAMETERS) {
      H264Parameters parameters = H264Parameters.of(unit);
      if (!parameters.progressive()) {
        throw new UnprovenException("may be interlaced");
      }
      number = parameters.number();
    } else {
      number = BitInput.unescaped(ByteBuffer.wrap(unit), 1, unit.length - 1).golomb();
    }
    if (declared) {
      sets.declare(kind, number, unit);
    } else {
      sets.put(kind, number, unit, kind == SEQUENCE_PARAMETERS);
    }
  }

  private byte[] unit(ByteBuffer packet, int number) {
    byte[] unit = new byte[units.length(number)];
    packet.get(units.begin(number), unit);
    return unit;
  }

  @Override
  public CodedPicture read(ByteBuffer packet) throws UnprovenException {
    byte[] prefix = sets.prefix();
    units.split(packet);
    int pictures = 0;
    int slices = 0;
    int clean = 0;
    boolean needed = false;
    for (int i = 0; i < units.count(); i++) {
      int begin = units.begin(i);
      int head = packet.get(begin) & 255;
      int kind = head & 31;
      if (kind == SLICE || kind == IDR) {
        slices++;
        clean += kind == IDR ? 1 : 0;
        needed |= head >> 5 != 0;
        boolean first = units.length(i) > 1 && packet.get(begin + 1) < 0; // its macroblock is 0
        pictures += first ? 1 : 0;
      } else if (kind >= PARTITION_A && kind <= PARTITION_C) {
        throw new UnprovenException("is coded in partitions");
      } else if (kind == SEI) {
        SeiMessages.check(packet, begin + 1, units.length(i) - 1);
      } else if (kind == SEQUENCE_PARAMETERS || kind == PICTURE_PARAMETERS) {
        needed = true;
        parameters(unit(packet, i), false);
      }
      ended |= kind == END_OF_SEQUENCE;
    }
    return slices == 0 ? CodedPicture.UNSEEN : picture(pictures, slices, clean, !needed, prefix);
  }

  private CodedPicture picture(int pictures, int slices, int clean, boolean spare, byte[] prefix)
      throws UnprovenException {
    if (pictures != 1) {
      throw new UnprovenException("has packets with more or less than one picture in them");
    }
    if (clean != 0 && clean != slices || ended && clean == 0 || !order.isFrame()) {
      throw new UnprovenException("has pictures of which it is not clear where they begin");
    }
    ended = false;
    period += clean > 0 ? 1 : 0;
    return new CodedPicture(
        true,
        clean > 0,
        (period << 32) + order.count(),
        spare,
        clean > 0 ? prefix : CodedPicture.NO_PREFIX);
  }
}
