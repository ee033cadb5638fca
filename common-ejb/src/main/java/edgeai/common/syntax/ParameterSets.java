package edgeai.common.syntax;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The parameter sets of a track that are in force, by their kind and number. */
final class ParameterSets {
  private static final int MOST_BYTES = 1 << 16;

  private final CodedUnits units;
  private final Map<Integer, byte[]> known = new TreeMap<>();
  private final Map<Integer, byte[]> inForce = new TreeMap<>();
  private byte[] prefix = CodedPicture.NO_PREFIX;

  ParameterSets(CodedUnits units) {
    this.units = units;
  }

  /** Takes one of the track's extra data, which every decoder of it knows. */
  void declare(int kind, long number, byte[] unit) {
    known.put(key(kind, number), unit);
    inForce.put(key(kind, number), unit);
  }

  /**
   * Takes one that came in a packet.
   *
   * @param lasting whether one of this kind holds for the whole video
   */
  void put(int kind, long number, byte[] unit, boolean lasting) throws UnprovenException {
    byte[] before = inForce.put(key(kind, number), unit);
    if (Arrays.equals(before, unit)) {
      return;
    }
    if (lasting && before != null) {
      throw new UnprovenException("changes on the way how it is coded");
    }
    prefix = write();
  }

  private static int key(int kind, long number) {
    return kind << 24 | (int) Math.min(number, 0xFFFF);
  }

  private byte[] write() throws UnprovenException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Map.Entry<Integer, byte[]> each : inForce.entrySet()) {
      if (!Arrays.equals(known.get(each.getKey()), each.getValue())) {
        if (!units.canHold(each.getValue())) {
          throw new UnprovenException("has parameters that are too long");
        }
        units.write(each.getValue(), out);
      }
    }
    if (out.size() > MOST_BYTES) {
      throw new UnprovenException("has too many parameters");
    }
    return out.toByteArray();
  }

  /** Those in force that are not of the extra data; the same array while nothing changes. */
  byte[] prefix() {
    return prefix;
  }
}
