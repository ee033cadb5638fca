package edgeai.common.video;

import edgeai.common.piece.PieceHeader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The child's last word on a piece.
 *
 * @param faults of the wanted frames in their order; null for those that came
 */
record PieceReport(int decodedFrames, List<PieceFault> faults) implements DecoderMessage {
  private static final PieceFault[] FAULTS = PieceFault.values();

  static PieceReport read(DataInputStream in) throws IOException {
    int decoded = DecoderMessage.atLeast0(in.readInt());
    int count = in.readInt();
    if (count < 0 || count > PieceHeader.MAX_FRAMES) {
      throw new StreamCorruptedException("a piece with " + count + " frames");
    }
    List<PieceFault> faults = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int fault = in.readByte();
      faults.add(fault >= 0 && fault < FAULTS.length ? FAULTS[fault] : null);
    }
    return new PieceReport(decoded, Collections.unmodifiableList(faults));
  }

  void writeFields(DataOutputStream out) throws IOException {
    out.writeInt(decodedFrames);
    out.writeInt(faults.size());
    for (PieceFault fault : faults) {
      out.writeByte(fault == null ? -1 : fault.ordinal());
    }
  }
}
