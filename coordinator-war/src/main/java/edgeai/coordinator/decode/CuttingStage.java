package edgeai.coordinator.decode;

import edgeai.common.piece.VideoIndex;
import edgeai.common.video.FrameSampler;
import edgeai.common.video.IndexReport;
import edgeai.common.video.VideoEnd;
import edgeai.common.video.VideoException;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.dispatch.LoneStretch;
import edgeai.coordinator.dispatch.PieceDispatcher;
import edgeai.coordinator.dispatch.PiecePlan;
import edgeai.coordinator.dispatch.PieceVideo;
import edgeai.coordinator.dispatch.StillRuns;
import edgeai.coordinator.dispatch.TakenFrames;
import edgeai.coordinator.frame.FrameSource;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.settings.SkipStill;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Cuts files into pieces, which workers decode: the other way beside {@link DecodeStage}, for files
 * whose packets can be told apart. Decodes only what does not go in pieces.
 */
@ApplicationScoped
public class CuttingStage {
  private static final Logger LOG = Logger.getLogger(CuttingStage.class.getName());

  /** Frames that are decoded together for workers that take pictures only. */
  private static final int TOGETHER = 8;

  private final DecodeStage opening;
  private final Decoders decoders;
  private final Dispatcher dispatcher;
  private final PieceDispatcher pieces;
  private final FrameIds ids;
  private final SentSize size;
  private final CoordinatorSettings settings;

  @Inject
  public CuttingStage(
      DecodeStage opening,
      Decoders decoders,
      Dispatcher dispatcher,
      PieceDispatcher pieces,
      FrameIds ids,
      SentSize size,
      CoordinatorSettings settings) {
    this.opening = opening;
    this.decoders = decoders;
    this.dispatcher = dispatcher;
    this.pieces = pieces;
    this.ids = ids;
    this.size = size;
    this.settings = settings;
  }

  /** For the container's proxy. */
  CuttingStage() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * Finds out whether a file can be cut, which leaves its index in place; one that is there serves.
   *
   * @return why it cannot, as a predicate; empty where it can
   */
  public Optional<String> hindrance(String jobId, Path file, Path index)
      throws InterruptedException {
    try {
      if (Files.exists(index) && isReadable(file, index)) {
        return Optional.empty();
      }
      IndexReport report = opening.index(jobId, file, index);
      return report.usable() ? unfit(file, index) : Optional.of(report.reason());
    } catch (VideoException e) {
      return Optional.of("cannot be indexed: it " + e.getMessage());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "an index cannot be read: {0}", e.toString());
      return Optional.of("has an index that cannot be read");
    }
  }

  private static boolean isReadable(Path file, Path index) {
    try {
      return unfit(file, index).isEmpty();
    } catch (IOException e) {
      LOG.log(Level.INFO, "an index is made anew: {0}", e.toString());
      return false;
    }
  }

  private static Optional<String> unfit(Path file, Path index) throws IOException {
    try (VideoIndex known = VideoIndex.open(index, file)) {
      for (int i = 0; i < known.segments(); i++) {
        if (!PieceVideo.fits(known.segment(i))) {
          return Optional.of("has a run without a place to cut that is too large for a piece");
        }
      }
      return Optional.empty();
    }
  }

  /**
   * Has workers do all frames of a file, save those settled before.
   *
   * @param index of the file
   * @param sampleFps frames taken per second of video, 0 for all
   * @param skipStill which frames are not inferred
   * @param settled indexes of frames that need not be done again
   * @throws NotInPiecesException where most frames cannot be done so; what is done stays done
   * @throws IOException where the index cannot be opened
   */
  public VideoEnd run(
      FrameSource source,
      Path file,
      Path index,
      double sampleFps,
      SkipStill skipStill,
      BitSet settled)
      throws IOException, InterruptedException, NotInPiecesException {
    try (VideoIndex known = VideoIndex.open(index, file);
        LoneFrames lone =
            new LoneFrames(
                decoders, dispatcher, size, source, known, file, settings.videos().jpegQuality())) {
      TakenFrames taken = new TakenFrames(sampled(known, sampleFps));
      source.progress().estimate(taken.count());
      source.progress().taken(taken.among(settled));
      PiecePlan plan =
          new PiecePlan(source, video(known, source, taken, skipStill), taken, settled);
      pieces.begin(plan);
      try {
        send(plan, lone);
      } finally {
        pieces.end(plan);
      }
      if (plan.hindrance().isPresent()) {
        throw new NotInPiecesException(plan.hindrance().get());
      }
      return new VideoEnd((int) known.frames(), (int) taken.count(), known.remark());
    }
  }

  private void send(PiecePlan plan, LoneFrames lone) throws InterruptedException {
    Optional<LoneStretch> next = pieces.awaitAlone(plan, TOGETHER);
    while (next.isPresent()) {
      try (LoneStretch alone = next.get()) {
        lone.send(alone);
      }
      next = pieces.awaitAlone(plan, TOGETHER);
    }
  }

  /** As a decoder would take them, were it given the same times. */
  private static BitSet sampled(VideoIndex index, double sampleFps) {
    FrameSampler sampler = new FrameSampler(sampleFps);
    BitSet taken = new BitSet((int) index.frames());
    for (int frame = 0; frame < index.frames(); frame++) {
      taken.set(frame, sampler.takes(index.micros(frame)));
    }
    return taken;
  }

  private PieceVideo video(
      VideoIndex index, FrameSource source, TakenFrames taken, SkipStill skipStill) {
    return new PieceVideo(
        index::segmentOf,
        index::segment,
        frame -> index.micros(frame) / 1_000,
        ids.all(source.jobId(), taken.count()),
        (first, last, wanted, confidence) ->
            index.cut(first, last, wanted, confidence, skipStill.gate(), source.rules().tiles()),
        skipStill.isOff()
            ? StillRuns.NONE
            : StillRuns.of(index.segments(), index::segment, index::micros));
  }
}
