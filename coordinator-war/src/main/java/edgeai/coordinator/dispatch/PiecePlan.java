package edgeai.coordinator.dispatch;

import edgeai.common.piece.Segment;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
  private final BitSet fresh;
  private final TreeMap<Integer, Frame> owed = new TreeMap<>();
  private final TreeMap<Integer, Frame> alone = new TreeMap<>();
  private final Set<WorkerNode> refusing = new HashSet<>();
  private final Map<WorkerNode, PiecePace> paces = new HashMap<>();
  private final Suitability suitability = new Suitability();
  private int next;
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
    this.fresh = taken.without(settled);
  }

  FrameSource source() {
    return source;
  }

  PieceVideo video() {
    return video;
  }

  /** Whether there is anything for a worker that does pieces. */
  synchronized boolean hasPieces() {
    return !isClosed() && (!fresh.isEmpty() || !owed.isEmpty());
  }

  /** Whether this worker does pieces of this video. */
  synchronized boolean goesTo(WorkerNode worker) {
    return worker.takesPieces() && !refusing.contains(worker);
  }

  /** It cannot do pieces of this video, and gets its frames one by one. */
  synchronized void refusedBy(WorkerNode worker) {
    refusing.add(worker);
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
        cameBack(owed, Integer.MAX_VALUE, size.frames(), mayHave).or(() -> fresh(size, begun));
    stretch.ifPresent(any -> out++);
    return stretch;
  }

  /** A second worker does frames that one has as well; false where nothing is given any more. */
  synchronized boolean shares() {
    out += isClosed() ? 0 : 1;
    return !isClosed();
  }

  private Optional<Stretch> cameBack(
      TreeMap<Integer, Frame> frames, int segments, int most, Predicate<Frame> mayHave) {
    StretchBuilder builder = new StretchBuilder(video, segments);
    List<Frame> chosen = new ArrayList<>();
    for (Iterator<Frame> waiting = frames.values().iterator();
        waiting.hasNext() && chosen.size() < most; ) {
      Frame frame = waiting.next();
      if (frame.isSettled()) {
        waiting.remove();
      } else if (mayHave.test(frame)) {
        if (!builder.add((int) frame.index())) {
          break;
        }
        chosen.add(frame);
        waiting.remove();
      } else if (!chosen.isEmpty()) {
        break;
      }
    }
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(new Stretch(builder.first(), builder.last(), chosen));
  }

  private Optional<Stretch> fresh(PieceSize size, Consumer<Frame> begun) {
    StretchBuilder builder = new StretchBuilder(video, Integer.MAX_VALUE);
    for (int frame = fresh.nextSetBit(next); frame >= 0; frame = fresh.nextSetBit(frame + 1)) {
      Segment segment = video.segment().apply(video.segmentOf().applyAsInt(frame));
      int end = (int) segment.endFrame();
      int count = fresh.get(frame, end).cardinality();
      boolean first = builder.frames().isEmpty();
      if (!first && size.isBeyond(builder.frames().size() + count)) {
        break;
      }
      int most = first ? size.ofFirst(count, segment.bytes(), frame - segment.firstFrame()) : count;
      int added = addOfSegment(builder, frame, end, most);
      if (added < count) {
        break;
      }
      frame = end - 1;
    }
    return builder.frames().isEmpty() ? Optional.empty() : Optional.of(begin(builder, begun));
  }

  private int addOfSegment(StretchBuilder builder, int from, int end, int most) {
    int added = 0;
    for (int frame = from;
        frame >= 0 && frame < end && added < most && builder.add(frame);
        frame = fresh.nextSetBit(frame + 1)) {
      added++;
    }
    return added;
  }

  private Stretch begin(StretchBuilder builder, Consumer<Frame> begun) {
    List<Frame> frames = new ArrayList<>();
    for (int index : builder.frames()) {
      long id = video.frameId().applyAsLong(taken.ordinal(index));
      Frame frame = Frame.ofPiece(id, source, index, video.millis().applyAsLong(index));
      fresh.clear(index);
      begun.accept(frame);
      frames.add(frame);
    }
    next = (int) frames.get(frames.size() - 1).index() + 1;
    source.progress().taken(frames.size());
    return new Stretch(builder.first(), builder.last(), frames);
  }

  /** Frames that an attempt left undone, unless another worker has them still. */
  synchronized void takeBack(List<Frame> frames) {
    for (Frame frame : frames) {
      if (!cancelled && frame.wantsQueue()) {
        boolean failedOften = frame.timesSpoilt() >= MOST_SPOILT;
        (failedOften ? alone : owed).put((int) frame.index(), frame);
      }
    }
    notifyAll();
  }

  /** These go by themselves, where they came back. */
  synchronized void sendAlone(List<Frame> frames) {
    for (Frame frame : frames) {
      if (owed.remove((int) frame.index()) != null) {
        alone.put((int) frame.index(), frame);
      }
    }
    notifyAll();
  }

  /** Those that came back spoilt and that nobody else can try go by themselves. */
  synchronized void setApart(Predicate<Frame> spoiltByAll) {
    boolean any = false;
    for (Iterator<Frame> waiting = owed.values().iterator(); waiting.hasNext(); ) {
      Frame frame = waiting.next();
      if (frame.timesSpoilt() > 0 && spoiltByAll.test(frame)) {
        waiting.remove();
        alone.put((int) frame.index(), frame);
        any = true;
      }
    }
    if (any) {
      notifyAll();
    }
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
      if (suitability.hindrance() != null) {
        wait();
        continue;
      }
      Optional<Stretch> lone = cameBack(alone, 1, Integer.MAX_VALUE, any -> true);
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
        || suitability.hindrance() != null && out == 0
        || fresh.isEmpty() && owed.isEmpty() && alone.isEmpty() && out == 0;
  }

  /** Nothing is given any more, and nothing comes back. */
  synchronized void cancel() {
    cancelled = true;
    notifyAll();
  }

  /** A worker said of a frame that it cannot be done, in this piece at least. */
  synchronized void cannotBeDone(WorkerNode worker, String reason) {
    suitability.cannotBeDone(worker, reason);
    if (suitability.hindrance() != null) {
      notifyAll();
    }
  }

  /** Why the rest of the video cannot go in pieces; empty where it can. */
  public synchronized Optional<String> hindrance() {
    return Optional.ofNullable(suitability.hindrance());
  }

  /** Frames that were begun and that nobody has any more; they are forgotten. */
  synchronized List<Frame> drop() {
    List<Frame> dropped = new ArrayList<>(owed.values());
    dropped.addAll(alone.values());
    owed.clear();
    alone.clear();
    return dropped;
  }

  /** Frames that nobody has, as many as a job of single frames may have waiting. */
  synchronized int pending() {
    return isClosed()
        ? 0
        : Math.min(FrameQueue.FRAMES_PER_JOB, fresh.cardinality() + owed.size() + alone.size());
  }

  private boolean isClosed() {
    return cancelled || suitability.hindrance() != null;
  }

  /** A worker that had no piece of this job gets one. */
  synchronized void beginsAfterPause(WorkerNode worker) {
    paces.computeIfAbsent(worker, any -> new PiecePace()).wasIdle();
  }

  /** A worker did a frame. */
  synchronized void line(WorkerNode worker, long nanos) {
    suitability.did(worker);
    paces.computeIfAbsent(worker, any -> new PiecePace()).line(nanos);
  }

  /** What a frame of this job takes a worker, in ms; 0 where not known. */
  synchronized double paceMs(WorkerNode worker) {
    PiecePace pace = paces.get(worker);
    return pace == null ? 0 : pace.ms();
  }

  /** Forgets a worker that is gone. */
  synchronized void forget(WorkerNode worker) {
    paces.remove(worker);
    refusing.remove(worker);
    suitability.forget(worker);
  }
}
