package edgeai.common.syntax;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a container says of a track of H.264 or HEVC beside its packets: how many bytes the length
 * of a unit has, 0 for start codes, and the parameter sets that all decoders of it know.
 */
record ConfigRecord(int lengthBytes, List<byte[]> units) {

  /** Of H.264: a configuration record (ISO/IEC 14496-15, 5.3.3.1), or units behind start codes. */
  static ConfigRecord ofH264(byte[] extraData) throws UnprovenException {
    if (extraData.length < 7 || extraData[0] != 1) {
      return ofStartCodes(extraData);
    }
    ByteBuffer record = ByteBuffer.wrap(extraData).position(5);
    List<byte[]> units = new ArrayList<>();
    take(record, number(record, 1) & 31, units);
    if (record.hasRemaining()) {
      take(record, number(record, 1), units);
    }
    return new ConfigRecord(1 + (extraData[4] & 3), units);
  }

  /** Of HEVC: a configuration record (the same, 8.3.3.1), or units behind start codes. */
  static ConfigRecord ofHevc(byte[] extraData) throws UnprovenException {
    boolean record =
        extraData.length > 22 && (extraData[0] != 0 || extraData[1] != 0 || extraData[2] > 1);
    if (!record) {
      return ofStartCodes(extraData);
    }
    ByteBuffer rest = ByteBuffer.wrap(extraData).position(22);
    List<byte[]> units = new ArrayList<>();
    for (int arrays = number(rest, 1); arrays > 0; arrays--) {
      number(rest, 1);
      take(rest, number(rest, 2), units);
    }
    return new ConfigRecord(1 + (extraData[21] & 3), units);
  }

  private static ConfigRecord ofStartCodes(byte[] extraData) throws UnprovenException {
    CodedUnits split = new CodedUnits(0);
    split.split(ByteBuffer.wrap(extraData));
    List<byte[]> units = new ArrayList<>();
    for (int i = 0; i < split.count(); i++) {
      units.add(split.unit(ByteBuffer.wrap(extraData), i));
    }
    return new ConfigRecord(0, units);
  }

  private static void take(ByteBuffer record, int count, List<byte[]> units)
      throws UnprovenException {
    for (int i = 0; i < count; i++) {
      int length = number(record, 2);
      if (length > record.remaining()) {
        throw broken();
      }
      byte[] unit = new byte[length];
      record.get(unit);
      units.add(unit);
    }
  }

  private static int number(ByteBuffer record, int bytes) throws UnprovenException {
    if (record.remaining() < bytes) {
      throw broken();
    }
    return bytes == 1 ? record.get() & 255 : record.getShort() & 0xFFFF;
  }

  private static UnprovenException broken() {
    return new UnprovenException("is damaged where it says how it is coded");
  }
}
