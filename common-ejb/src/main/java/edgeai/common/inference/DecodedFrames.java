package edgeai.common.inference;

import edgeai.common.piece.PieceHeader;
import edgeai.common.video.PieceDecoder;
import edgeai.common.video.PieceOutput;
import edgeai.common.video.PiecePicture;
import edgeai.common.video.VideoException;
import edgeai.common.vision.FrameInput;
import edgeai.common.vision.ModelCard;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The frames of pieces as a child process decodes them. */
final class DecodedFrames implements PieceSource {
  /** Of pictures for people, in which boxes are drawn yet. */
  private static final int JPEG_QUALITY = 90;

  private final PieceDecoder decoder;
  private volatile boolean atItsEnd = true;
  private volatile boolean closed;

  DecodedFrames(PieceDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public void begin(PieceHeader header, InputStream packets, ModelCard model)
      throws VideoException, IOException, InterruptedException {
    atItsEnd = false;
    FrameInput input = FrameInput.of(model, header.tiles());
    PieceOutput output = PieceOutput.pixels(input.width(), input.height(), JPEG_QUALITY);
    decoder.begin(header, packets, output);
  }

  @Override
  public Optional<PiecePicture> next() throws VideoException, InterruptedException {
    Optional<PiecePicture> next = decoder.next();
    atItsEnd = next.isEmpty();
    return next;
  }

  @Override
  public String absence(long frameId) {
    return decoder.end().missed().stream()
        .filter(missed -> missed.id() == frameId)
        .map(
            missed ->
                "Of its piece the frame cannot be had: %s.".formatted(missed.reason().sentence()))
        .findFirst()
        .orElse("The decoder did not give the frame.");
  }

  @Override
  public boolean isReusable() {
    return atItsEnd && !closed;
  }

  @Override
  public void close() {
    closed = true;
    decoder.close();
  }
}
