package edgeai.coordinator.dispatch;

import edgeai.common.piece.WantedFrame;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What is left to do of a job that goes by pieces of its video: frames that nobody had, a bit each;
 * those that came back from workers; and those that go one by one, since pieces with them failed.
 * Thread-safe.
 */
public final class PiecePlan {
  /** So many workers may fail on pieces with a frame; then it goes by itself. */
  static final int MOST_SPOILT = 2;

  private final FrameSource source;
  private final PieceVideo video;
  private final TakenFrames taken;
  private final FreshFrames fresh;
  private final OwedFrames owed = new OwedFrames();
  private final OwedFrames alone = new OwedFrames();
  private final PlanWorkers workers = new PlanWorkers();
  private int out;
  private boolean fed;
  private boolean cancelled;

  /**
   * @param settled numbers of frames that are done
   */
  public PiecePlan(FrameSource source, PieceVideo video, TakenFrames taken, BitSet settled) {
    this.source = source;
    this.video = video;
    this.taken = taken;
    this.fresh = new FreshFrames(source, video, taken, settled);
  }

  FrameSource source() {
    return source;
  }

  PieceVideo video() {
    return video;
  }

  /** The workers as its pieces show them. */
  PlanWorkers workers() {
    return workers;
  }

  /** Whether there is anything for a worker that does pieces. */
  synchronized boolean hasPieces() {
    return !isClosed() && (!fresh.isEmpty() || !owed.isEmpty());
  }

  /**
   * Whether workers that do no pieces get frames only where there are no others: they infer each,
   * also those that show nothing new.
   */
  boolean isForPiecesOnly() {
    return video.still().skip();
  }

  /** Whether this worker may have frames of it, in whichever way. */
  boolean isFor(WorkerNode worker) {
    return source.suits(worker);
  }

  /** Whether this worker does pieces of this video. */
  boolean goesTo(WorkerNode worker) {
    return isFor(worker) && workers.take(worker);
  }

  /** It cannot do pieces of this video, and gets its frames one by one. */
  synchronized void refusedBy(WorkerNode worker) {
    workers.refusedBy(worker);
    notifyAll();
  }

  /**
   * The next frames for a worker; whoever takes them says when they are {@link #ended}.
   *
   * @param mayHave those that came back and may go to it
   * @param begun told of frames that nobody had before
   */
  synchronized Optional<Stretch> take(
      PieceSize size, Predicate<Frame> mayHave, Consumer<Frame> begun) {
    if (isClosed()) {
      return Optional.empty();
    }
    Optional<Stretch> stretch =
        owed.take(video, Integer.MAX_VALUE, size.frames(), mayHave)
            .or(() -> fresh.take(size, begun));
    stretch.ifPresent(any -> out++);
    return stretch;
  }

  /** A second worker does frames that one has as well; false where nothing is given any more. */
  synchronized boolean shares() {
    out += isClosed() ? 0 : 1;
    return !isClosed();
  }

  /** Frames that an attempt left undone, unless another worker has them still. */
  synchronized void takeBack(List<Frame> frames) {
    for (Frame frame : frames) {
      if (!cancelled && frame.wantsQueue()) {
        boolean failedOften = frame.timesSpoilt() >= MOST_SPOILT;
        (failedOften ? alone : owed).add(frame);
      }
    }
    notifyAll();
  }

  /** These go by themselves, where they came back. */
  synchronized void sendAlone(List<Frame> frames) {
    frames.stream().filter(owed::remove).forEach(alone::add);
    notifyAll();
  }

  /** Those that came back spoilt and that nobody else can try go by themselves. */
  synchronized void setApart(Predicate<Frame> spoiltByAll) {
    List<Frame> spoilt = owed.removeIf(frame -> frame.timesSpoilt() > 0 && spoiltByAll.test(frame));
    spoilt.forEach(alone::add);
    if (!spoilt.isEmpty()) {
      notifyAll();
    }
  }

  /**
   * What is asked of the frames of a stretch, and of those before them that they depend on, which
   * were done already.
   */
  List<WantedFrame> wanted(Stretch stretch, PictureChoice pictures) {
    return new StretchFrames(video, taken, stretch).wanted(pictures);
  }

  /** Those who took frames have ended with them. */
  synchronized void ended() {
    out--;
    notifyAll();
  }

  /** Whether workers that do no pieces want frames. */
  synchronized void feed(boolean wanted) {
    if (fed != wanted) {
      fed = wanted;
      notifyAll();
    }
  }

  /**
   * Waits for frames that are to be decoded here, of one segment; empty once nothing is left to do
   * but for frames that were given to dispatch one by one. Whoever takes them says when they are
   * {@link #ended}.
   *
   * @param most frames for workers that do no pieces
   * @param begun told of frames that nobody had before
   */
  synchronized Optional<Stretch> awaitAlone(int most, Consumer<Frame> begun)
      throws InterruptedException {
    while (!isOver()) {
      if (workers.hindrance() != null) {
        wait();
        continue;
      }
      Optional<Stretch> lone = alone.take(video, 1, Integer.MAX_VALUE, any -> true);
      if (lone.isPresent()) {
        out++;
        return lone;
      }
      Optional<Stretch> forAgents =
          fed ? take(PieceSize.exactly(most), any -> true, begun) : Optional.empty();
      if (forAgents.isPresent()) {
        return forAgents;
      }
      wait();
    }
    return Optional.empty();
  }

  private boolean isOver() {
    return cancelled
        || workers.hindrance() != null && out == 0
        || fresh.isEmpty() && owed.isEmpty() && alone.isEmpty() && out == 0;
  }

  /** Nothing is given any more, and nothing comes back. */
  synchronized void cancel() {
    cancelled = true;
    notifyAll();
  }

  /** A worker said of a frame that it cannot be done, in this piece at least. */
  synchronized void cannotBeDone(WorkerNode worker, String reason) {
    workers.cannotBeDone(worker, reason);
    if (workers.hindrance() != null) {
      notifyAll();
    }
  }

  /** Why the rest of the video cannot go in pieces; empty where it can. */
  public Optional<String> hindrance() {
    return Optional.ofNullable(workers.hindrance());
  }

  /** Frames that were begun and that nobody has any more; they are forgotten. */
  synchronized List<Frame> drop() {
    List<Frame> dropped = new ArrayList<>(owed.removeIf(any -> true));
    dropped.addAll(alone.removeIf(any -> true));
    return dropped;
  }

  /** Frames that nobody has, as many as a job of single frames may have waiting. */
  synchronized int pending() {
    return isClosed()
        ? 0
        : Math.min(FrameQueue.FRAMES_PER_JOB, fresh.count() + owed.count() + alone.count());
  }

  private boolean isClosed() {
    return cancelled || workers.hindrance() != null;
  }
}
