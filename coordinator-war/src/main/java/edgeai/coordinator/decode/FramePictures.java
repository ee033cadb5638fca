package edgeai.coordinator.decode;

import edgeai.common.piece.Piece;
import edgeai.common.piece.VideoIndex;
import edgeai.common.piece.WantedFrame;
import edgeai.common.video.PieceDecoder;
import edgeai.common.video.PieceOutput;
import edgeai.common.video.PiecePicture;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoFrame;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
 * The picture of one frame of a file again: from the segment that shows it where the file has an
 * index, else as {@link Decoders#frame} finds it.
 */
@ApplicationScoped
public class FramePictures {
  private static final Logger LOG = Logger.getLogger(FramePictures.class.getName());

  /** A piece names its frames, though nobody here asks for the name. */
  private static final long ANY_ID = 1;

  private final Decoders decoders;
  private final CoordinatorSettings settings;

  @Inject
  public FramePictures(Decoders decoders, CoordinatorSettings settings) {
    this.decoders = decoders;
    this.settings = settings;
  }

  /** For the container's proxy. */
  FramePictures() {
    this(null, null);
  }

  /** For several frames of one file; whoever has it closes it. */
  public PictureSeries series(Path file, Path index) {
    return new PictureSeries(decoders, this, file, index, settings.videos().jpegQuality());
  }

  /**
   * As JPEG, as displayed; empty where no such frame can be had of the file.
   *
   * @param index of the file, which need not be there
   * @param frame its number in the video
   * @param millis its time
   * @param opened runs when decoding begins
   */
  public Optional<byte[]> jpeg(Path file, Path index, long frame, long millis, Runnable opened)
      throws VideoException, InterruptedException {
    boolean indexed = Files.exists(index);
    Optional<byte[]> fromPiece = indexed ? fromPiece(file, index, frame, opened) : Optional.empty();
    return fromPiece.isPresent()
        ? fromPiece
        : decoders
            .frame(file, frame, millis, opened)
            // an index counts frames that no decoder gives: another may have this number then
            .filter(found -> !indexed || found.mediaTimeMs() == millis)
            .map(VideoFrame::jpeg);
  }

  private Optional<byte[]> fromPiece(Path file, Path index, long frame, Runnable opened)
      throws InterruptedException {
    try (VideoIndex known = VideoIndex.open(index, file)) {
      if (frame >= known.frames()) {
        return Optional.empty();
      }
      int segment = known.segmentOf(frame);
      List<WantedFrame> wanted = List.of(new WantedFrame(ANY_ID, frame, true));
      return decode(known.cut(segment, segment, wanted, Double.NaN), opened);
    } catch (VideoException | IOException | UncheckedIOException | IllegalArgumentException e) {
      LOG.log(Level.FINE, "a picture is looked for in the whole file: {0}", e.toString());
      return Optional.empty();
    }
  }

  private Optional<byte[]> decode(Piece piece, Runnable opened)
      throws VideoException, IOException, InterruptedException {
    try (PieceDecoder decoder = decoders.pieces();
        InputStream payload = piece.openPayload()) {
      PieceOutput output = PieceOutput.pictures(settings.videos().jpegQuality());
      decoder.begin(piece.header(), payload, output);
      opened.run();
      return decoder.next().map(PiecePicture::jpeg);
    } finally {
      decoders.prepareForPictures();
    }
  }
}
