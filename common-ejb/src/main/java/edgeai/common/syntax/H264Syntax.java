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
  private final H264Numbers numbers = new H264Numbers();
  private final LastingMessages messages = new LastingMessages();
  private long period;
  private boolean ended;

  H264Syntax(byte[] extraData, PictureOrder order) throws UnprovenException {
    this.order = order;
    ConfigRecord record = ConfigRecord.ofH264(extraData);
    units = new CodedUnits(record.lengthBytes());
    sets = new ParameterSets(units);
    for (byte[] unit : record.units()) {
      if (isParameters(unit.length > 1 ? unit[0] & 31 : 0)) {
        sets.declare(unit[0] & 31, number(unit), unit);
      }
    }
  }

  private static boolean isParameters(int kind) {
    return kind == SEQUENCE_PARAMETERS || kind == PICTURE_PARAMETERS;
  }

  private long number(byte[] unit) throws UnprovenException {
    if ((unit[0] & 31) == PICTURE_PARAMETERS) {
      return numbers.picture(unit);
    }
    H264Parameters parameters = H264Parameters.of(unit);
    if (!parameters.progressive()) {
      throw new UnprovenException("may be interlaced");
    }
    numbers.sequence(parameters);
    return parameters.number();
  }

  @Override
  public CodedPicture read(ByteBuffer packet) throws UnprovenException {
    byte[] prefix = sets.prefix();
    units.split(packet);
    messages.begin();
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
        if (period == 0 && kind != IDR) {
          throw UnprovenException.beginsInTheMiddle();
        }
        if (slices == 1) {
          numbers.slice(packet, begin, units.length(i), kind == IDR, needed);
        }
        boolean first = units.length(i) > 1 && packet.get(begin + 1) < 0; // its macroblock is 0
        pictures += first ? 1 : 0;
      } else if (kind >= PARTITION_A && kind <= PARTITION_C) {
        throw new UnprovenException("is coded in partitions");
      } else if (kind == SEI) {
        messages.add(packet, begin + 1, units.length(i) - 1);
      } else if (isParameters(kind)) {
        needed = true;
        byte[] unit = units.unit(packet, i);
        sets.put(kind, number(unit), unit, kind == SEQUENCE_PARAMETERS);
      }
      ended |= kind == END_OF_SEQUENCE;
    }
    if (slices == 0) {
      return CodedPicture.UNSEEN;
    }
    if (pictures != 1) {
      throw new UnprovenException("has packets with more or less than one picture in them");
    }
    return picture(clean == slices, clean > 0, !needed, prefix);
  }

  private CodedPicture picture(boolean clean, boolean partly, boolean spare, byte[] prefix)
      throws UnprovenException {
    if (clean != partly || ended && !clean || !order.isFrame()) {
      throw new UnprovenException("has pictures of which it is not clear where they begin");
    }
    messages.check(clean);
    ended = false;
    period += clean ? 1 : 0;
    return CodedPicture.shown(clean, (period << 32) + order.count(), spare, prefix);
  }
}
