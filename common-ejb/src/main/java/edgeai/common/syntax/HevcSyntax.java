package edgeai.common.syntax;

import java.nio.ByteBuffer;

/**
 * HEVC (ITU-T H.265): decoding can begin at IDR, BLA and CRA pictures; those that follow a CRA
 * picture and are shown before it may refer to what comes before it.
 */
final class HevcSyntax implements CodecSyntax {
  static final int FIRST_CLEAN = 16;
  static final int IDR_W_RADL = 19;
  static final int IDR_N_LP = 20;
  static final int CRA = 21;

  private static final int LAST_TRAILING = 5;
  private static final int RASL_N = 8;
  private static final int RASL_R = 9;
  private static final int LAST_SUBLAYER_PICTURE = 14;
  private static final int LAST_SLICE = 31;
  private static final int VIDEO_PARAMETERS = 32;
  private static final int SEQUENCE_PARAMETERS = 33;
  private static final int PICTURE_PARAMETERS = 34;
  private static final int END_OF_SEQUENCE = 36;
  private static final int END_OF_BITSTREAM = 37;
  private static final int PREFIX_SEI = 39;
  private static final int SUFFIX_SEI = 40;

  private final PictureOrder order;
  private final CodedUnits units;
  private final ParameterSets sets;
  private final HevcPictures pictures = new HevcPictures();
  private final LastingMessages messages = new LastingMessages();
  private long period;
  private int layers = 1;
  private boolean begun;
  private boolean ended;
  private boolean lost;

  private int kind;
  private int layer;
  private int first;
  private int firsts;
  private boolean needed;
  private boolean drops;

  HevcSyntax(byte[] extraData, PictureOrder order) throws UnprovenException {
    this.order = order;
    ConfigRecord record = ConfigRecord.ofHevc(extraData);
    units = new CodedUnits(record.lengthBytes());
    sets = new ParameterSets(units);
    for (byte[] unit : record.units()) {
      int each = unit.length > 2 ? unit[0] >> 1 & 63 : 0;
      if (isParameters(each)) {
        sets.declare(each, number(each, unit), unit);
      }
    }
  }

  private static boolean isParameters(int unit) {
    return unit >= VIDEO_PARAMETERS && unit <= PICTURE_PARAMETERS;
  }

  private long number(int kindOfSet, byte[] unit) throws UnprovenException {
    if (kindOfSet == VIDEO_PARAMETERS) {
      return unit[2] >> 4 & 15;
    }
    if (kindOfSet == PICTURE_PARAMETERS) {
      return pictures.picture(unit);
    }
    HevcSequence sequence = HevcSequence.of(unit);
    pictures.sequence(sequence);
    layers = Math.max(layers, sequence.layers());
    return sequence.number();
  }

  @Override
  public CodedPicture read(ByteBuffer packet) throws UnprovenException {
    byte[] prefix = sets.prefix();
    units.split(packet);
    messages.begin();
    kind = -1;
    firsts = 0;
    needed = false;
    drops = false;
    for (int i = 0; i < units.count(); i++) {
      if (units.length(i) > 2) {
        look(packet, i);
      }
    }
    if (kind < 0) {
      return CodedPicture.UNSEEN;
    }
    if (firsts != 1) {
      throw new UnprovenException("has packets with more or less than one picture in them");
    }
    return picture(packet, prefix);
  }

  private void look(ByteBuffer packet, int number) throws UnprovenException {
    int head = packet.getShort(units.begin(number)) & 0xFFFF;
    int unit = head >> 9 & 63;
    boolean base = (head >> 3 & 63) == 0;
    if (base && unit <= LAST_SLICE) {
      slice(unit, (head & 7) - 1, packet.get(units.begin(number) + 2) & 255, number);
    } else if (base && isParameters(unit)) {
      needed = true;
      byte[] bytes = units.unit(packet, number);
      sets.put(unit, number(unit, bytes), bytes, unit == SEQUENCE_PARAMETERS);
    } else if (unit == PREFIX_SEI || unit == SUFFIX_SEI) {
      messages.add(packet, units.begin(number) + 2, units.length(number) - 2);
    } else if (unit == END_OF_SEQUENCE || unit == END_OF_BITSTREAM) {
      ended = true;
    }
  }

  private void slice(int unit, int temporal, int flags, int number) throws UnprovenException {
    if (kind >= 0 && kind != unit) {
      throw unclear();
    }
    kind = unit;
    layer = temporal;
    if (flags >> 7 == 1) {
      firsts++;
      first = number;
      drops = unit >= FIRST_CLEAN && (flags & 64) != 0;
    }
    needed |= unit > LAST_SUBLAYER_PICTURE || unit % 2 != 0;
  }

  private static UnprovenException unclear() {
    return new UnprovenException("has pictures of which it is not clear where they begin");
  }

  private CodedPicture picture(ByteBuffer packet, byte[] prefix) throws UnprovenException {
    boolean clean = kind >= FIRST_CLEAN;
    if (!clean && !begun) {
      throw UnprovenException.beginsInTheMiddle();
    }
    if (kind > CRA || ended && begun || !order.isFrame()) {
      throw unclear();
    }
    if (clean && drops && begun) {
      throw new UnprovenException("has key frames that drop what comes before them");
    }
    if (clean) {
      boolean broken = kind < IDR_W_RADL;
      lost = broken || !begun;
      period += broken || kind == IDR_W_RADL || kind == IDR_N_LP ? 1 : 0;
      begun = true;
    }
    messages.check(clean);
    if (lost && (kind == RASL_N || kind == RASL_R)) {
      return CodedPicture.UNSEEN;
    }
    boolean trails = kind <= LAST_TRAILING;
    int begin = units.begin(first);
    pictures.slice(packet, begin, units.length(first), kind, order.count(), trails);
    boolean spare = !needed && layer == layers - 1;
    return CodedPicture.shown(clean, (period << 32) + order.count(), spare, prefix);
  }
}
