package edgeai.coordinator.decode;

import edgeai.common.piece.Piece;
import edgeai.common.piece.VideoIndex;
import edgeai.common.piece.WantedFrame;
import edgeai.common.video.PieceDecoder;
import edgeai.common.video.PieceOutput;
import edgeai.common.video.PiecePicture;
import edgeai.common.video.VideoException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Pictures of several frames of one file, by one decoder where the file can be cut into pieces, and
 * one for each frame else. For one thread.
 */
public final class PictureSeries implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(PictureSeries.class.getName());
  private static final long ANY_ID = 1;

  private final Decoders decoders;
  private final FramePictures single;
  private final Path file;
  private final Path index;
  private final int jpegQuality;
  private PieceDecoder decoder;
  private boolean uncut;

  PictureSeries(Decoders decoders, FramePictures single, Path file, Path index, int jpegQuality) {
    this.decoders = decoders;
    this.single = single;
    this.file = file;
    this.index = index;
    this.jpegQuality = jpegQuality;
    this.uncut = !Files.exists(index);
  }

  /** As {@link FramePictures#jpeg}. */
  public Optional<byte[]> jpeg(long frame, long millis)
      throws VideoException, InterruptedException {
    Optional<byte[]> ofPiece = uncut ? Optional.empty() : ofPiece(frame);
    return ofPiece.isPresent() ? ofPiece : single.jpeg(file, index, frame, millis, () -> {});
  }

  private Optional<byte[]> ofPiece(long frame) throws InterruptedException {
    try (VideoIndex known = VideoIndex.open(index, file)) {
      if (frame >= known.frames()) {
        return Optional.empty();
      }
      int segment = known.segmentOf(frame);
      List<WantedFrame> wanted = List.of(new WantedFrame(ANY_ID, frame, true));
      return decode(known.cut(segment, segment, wanted, Double.NaN));
    } catch (VideoException | IOException | UncheckedIOException | IllegalArgumentException e) {
      LOG.log(Level.FINE, "pictures are looked for one by one: {0}", e.toString());
      uncut = true;
      return Optional.empty();
    }
  }

  private Optional<byte[]> decode(Piece piece)
      throws VideoException, IOException, InterruptedException {
    if (decoder == null) {
      decoder = decoders.pieces();
    }
    try (InputStream payload = piece.openPayload()) {
      decoder.begin(piece.header(), payload, PieceOutput.pictures(jpegQuality));
    }
    Optional<byte[]> found = Optional.empty();
    for (Optional<PiecePicture> next = decoder.next(); next.isPresent(); next = decoder.next()) {
      found = Optional.ofNullable(next.get().jpeg());
    }
    return found;
  }

  @Override
  public void close() {
    if (decoder != null) {
      decoder.close();
    }
  }
}
