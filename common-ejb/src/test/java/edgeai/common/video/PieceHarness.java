package edgeai.common.video;

import edgeai.common.video.PieceMaker.Cut;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Decodes pieces as the child does, in this process. */
final class PieceHarness {
  private static final int LARGEST = 256 << 20;

  /** What came of one piece. */
  record Answer(List<PieceShot> shots, PieceReport report) {
    List<Long> ids(Cut cut) {
      return shots.stream().map(shot -> cut.header().frames().get(shot.position()).id()).toList();
    }
  }

  private PieceHarness() {}

  /** Pictures alone. */
  static Answer pictures(Cut cut) throws VideoException, IOException {
    return decode(cut, PieceOutput.pictures(SessionHarness.JPEG_QUALITY));
  }

  /** Pixels for an input, and pictures as displayed. */
  static Answer decode(Cut cut, int inputWidth, int inputHeight)
      throws VideoException, IOException {
    return decode(cut, PieceOutput.pixels(inputWidth, inputHeight, SessionHarness.JPEG_QUALITY));
  }

  static Answer decode(Cut cut, PieceOutput output) throws VideoException, IOException {
    ByteArrayOutputStream asked = new ByteArrayOutputStream();
    DataOutputStream questions = new DataOutputStream(asked);
    new PieceRequest(cut.header(), output).write(questions);
    for (int at = 0; at < cut.payload().length; at += PiecePayload.PART) {
      int length = Math.min(PiecePayload.PART, cut.payload().length - at);
      byte[] part = new byte[length];
      System.arraycopy(cut.payload(), at, part, 0, length);
      PiecePayload.part(questions, part, length);
    }
    ByteArrayOutputStream answered = new ByteArrayOutputStream();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(asked.toByteArray()));
    new PieceSession(VideoLimits.DEFAULT.maxPixels(), in, new DataOutputStream(answered)).run();
    return answer(new DataInputStream(new ByteArrayInputStream(answered.toByteArray())));
  }

  private static Answer answer(DataInputStream in) throws IOException {
    List<PieceShot> shots = new ArrayList<>();
    while (true) {
      DecoderMessage message = DecoderMessage.read(in, LARGEST);
      if (message instanceof PieceShot shot) {
        shots.add(shot);
      } else if (message instanceof PieceReport report) {
        return new Answer(shots, report);
      } else if (!(message instanceof DecoderMessage.Progress)) {
        throw new EOFException("unexpected " + message);
      }
    }
  }
}
