package edgeai.common.video;

import edgeai.common.video.PieceMaker.Cut;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads pieces of a decoder to their end. */
final class PieceReadings {
  private PieceReadings() {}

  static List<PiecePicture> read(PieceDecoder decoder, Cut cut, int inputWidth, int inputHeight)
      throws Exception {
    decoder.begin(
        cut.header(),
        new ByteArrayInputStream(cut.payload()),
        new PieceOutput(inputWidth, inputHeight, inputWidth > 0, SessionHarness.JPEG_QUALITY));
    List<PiecePicture> pictures = new ArrayList<>();
    for (Optional<PiecePicture> next = decoder.next(); next.isPresent(); next = decoder.next()) {
      pictures.add(next.get());
    }
    return pictures;
  }
}
