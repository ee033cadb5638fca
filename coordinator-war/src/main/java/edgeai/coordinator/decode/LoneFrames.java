package edgeai.coordinator.decode;

import edgeai.common.piece.Piece;
import edgeai.common.piece.VideoIndex;
import edgeai.common.piece.WantedFrame;
import edgeai.common.video.FrameRange;
import edgeai.common.video.PieceDecoder;
import edgeai.common.video.PiecePicture;
import edgeai.common.video.VideoDecoder;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoFrame;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.dispatch.LoneStretch;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FramePicture;
import edgeai.coordinator.frame.FrameSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Makes pictures of frames of a job that goes by pieces: for workers that take pictures only, and
 * where pieces with a frame failed. Those are decoded from the file, as a job by frames would have
 * them; what fails there as well has failed. For one thread.
 */
final class LoneFrames implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LoneFrames.class.getName());

  /** How often a decoder that gets no processor is tried again. */
  private static final int TRIES = 4;

  /** So many frames before one may be missing, whose numbers those behind them have then. */
  private static final int MOST_MISSING = 64;

  private final Decoders decoders;
  private final Dispatcher dispatcher;
  private final SentSize size;
  private final FrameSource source;
  private final VideoIndex index;
  private final Path video;
  private final int jpegQuality;
  private PieceDecoder pieces;

  LoneFrames(
      Decoders decoders,
      Dispatcher dispatcher,
      SentSize size,
      FrameSource source,
      VideoIndex index,
      Path video,
      int jpegQuality) {
    this.decoders = decoders;
    this.dispatcher = dispatcher;
    this.size = size;
    this.source = source;
    this.index = index;
    this.video = video;
    this.jpegQuality = jpegQuality;
  }

  /** Gives all of them to dispatch, save those that cannot be decoded, which fail. */
  void send(LoneStretch alone) throws InterruptedException {
    Map<Long, Frame> left =
        alone.frames().stream()
            .collect(
                Collectors.toMap(
                    Frame::index, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    if (alone.frames().stream().noneMatch(Frame::isUndecodable)) {
      sendFromPiece(left);
    }
    String reason = left.isEmpty() ? null : sendFromFile(left);
    left.values().forEach(frame -> alone.fail(frame, reason));
  }

  /** Takes those that were sent out of {@code left}. */
  private void sendFromPiece(Map<Long, Frame> left) throws InterruptedException {
    try {
      begin(cut(List.copyOf(left.values())));
      Optional<PiecePicture> next = pieces.next();
      while (next.isPresent()) {
        PiecePicture picture = next.get();
        Frame frame = left.get(picture.index());
        if (frame != null && picture.jpeg() != null) {
          send(frame, shown(picture));
          left.remove(picture.index());
        }
        next = pieces.next();
      }
    } catch (VideoException | IOException | UncheckedIOException e) {
      LOG.log(Level.FINE, "a piece that is decoded here failed: {0}", e.toString());
    }
  }

  private void begin(Piece piece) throws VideoException, IOException, InterruptedException {
    if (pieces == null) {
      pieces = decoders.pieces();
    }
    try (InputStream payload = piece.openPayload()) {
      pieces.begin(piece.header(), payload, size.pictures(jpegQuality, source));
    }
  }

  private Piece cut(List<Frame> frames) {
    return index.cut(
        index.segmentOf(frames.get(0).index()),
        index.segmentOf(frames.get(frames.size() - 1).index()),
        frames.stream().map(frame -> new WantedFrame(frame.id(), frame.index(), true)).toList(),
        Double.NaN);
  }

  /** Takes those that were sent out of {@code left}; says why the others were not. */
  private String sendFromFile(Map<Long, Frame> left) throws InterruptedException {
    Optional<String> failure = sendFromFile(left, 0);
    if (failure.isEmpty() && !left.isEmpty()) {
      failure = sendFromFile(left, MOST_MISSING);
    }
    return failure.orElse("The video has no such frame where its index has one.");
  }

  /** Says why decoding failed; empty where it came to its end. */
  private Optional<String> sendFromFile(Map<Long, Frame> left, int before)
      throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        decode(left, before);
        return Optional.empty();
      } catch (VideoException e) {
        if (e.kind() != VideoException.Kind.UNAVAILABLE || tries == TRIES) {
          return Optional.of("The video " + e.getMessage() + ".");
        }
      }
    }
  }

  private void decode(Map<Long, Frame> left, int before)
      throws VideoException, InterruptedException {
    List<Frame> frames = List.copyOf(left.values());
    long first = Math.max(0, frames.get(0).index() - before);
    long last = frames.get(frames.size() - 1).index();
    FrameRange range = new FrameRange(first, index.micros(first) / 1_000, last);
    try (VideoDecoder decoder = decoders.start(video, range)) {
      size.tell(decoder, source);
      Optional<VideoFrame> next = decoder.next();
      while (next.isPresent()) {
        long millis = next.get().mediaTimeMs();
        Optional<Frame> frame = of(left, next.get().index(), millis);
        if (frame.isPresent()) {
          send(frame.get(), DecodeStage.picture(next.get()));
          left.remove(frame.get().index());
        }
        next = decoder.next();
      }
    }
  }

  /** The one of this time, which says more than the number: a decoder counts what it gives. */
  private static Optional<Frame> of(Map<Long, Frame> left, long number, long millis) {
    List<Frame> then =
        left.values().stream().filter(frame -> frame.mediaTimeMs() == millis).toList();
    return then.size() == 1
        ? Optional.of(then.get(0))
        : then.stream().filter(frame -> frame.index() == number).findFirst();
  }

  private static FramePicture shown(PiecePicture picture) {
    return new FramePicture(
        picture.jpeg(),
        picture.jpegWidth(),
        picture.jpegHeight(),
        picture.width(),
        picture.height());
  }

  private void send(Frame frame, FramePicture picture) throws InterruptedException {
    frame.shows(picture);
    dispatcher.submit(frame);
  }

  @Override
  public void close() {
    if (pieces != null) {
      pieces.close();
    }
  }
}
