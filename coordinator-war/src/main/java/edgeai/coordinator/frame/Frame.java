package edgeai.coordinator.frame;

import edgeai.common.wire.FrameAttempt;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.settings.Tiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * One frame of a job on its way: its pixels, and what was tried with it. It is settled once, as
 * completed or failed; whatever comes later is a duplicate.
 */
public final class Frame {
  /** The newest attempts that the ledger tells one by one: a pool that refuses may try for days. */
  static final int ATTEMPTS_TOLD = 50;

  private final long id;
  private final FrameSource source;
  private final long index;
  private final long mediaTimeMs;
  private final boolean ofPiece;
  private volatile FramePicture picture;
  private volatile Reuse reuse;
  private final long madeAt = System.nanoTime();

  private final List<Attempt> attempts = new ArrayList<>();
  private final Strikes strikes = new Strikes();
  private final Set<WorkerNode> spoiltBy = new LinkedHashSet<>();
  private boolean undecodable;
  private final CompletableFuture<StoredOutcome> stored = new CompletableFuture<>();
  private boolean settled;
  private boolean cancelled;
  private boolean queued;

  /**
   * @param index 0-based among the decoded frames of the source
   */
  public Frame(long id, FrameSource source, long index, long mediaTimeMs, FramePicture picture) {
    this.id = id;
    this.source = source;
    this.index = index;
    this.mediaTimeMs = mediaTimeMs;
    this.picture = picture;
    this.ofPiece = picture == FramePicture.UNSEEN;
  }

  /**
   * One that goes to a worker in a piece of its video, so that its pixels are known when it is
   * done.
   *
   * @param index 0-based among the frames of the source
   */
  public static Frame ofPiece(long id, FrameSource source, long index, long mediaTimeMs) {
    return new Frame(id, source, index, mediaTimeMs, FramePicture.UNSEEN);
  }

  /** Whether it goes to workers in pieces of its video, by and large. */
  public boolean isOfPiece() {
    return ofPiece;
  }

  public long id() {
    return id;
  }

  /** Since the decoder gave it. */
  public long ageNanos() {
    return System.nanoTime() - madeAt;
  }

  /** Where it comes from, and what is wanted of it. */
  public FrameSource source() {
    return source;
  }

  public String jobId() {
    return source.jobId();
  }

  public long index() {
    return index;
  }

  public long mediaTimeMs() {
    return mediaTimeMs;
  }

  public FramePicture picture() {
    return picture;
  }

  /** What became known of the pixels of a frame of a piece. */
  public void shows(FramePicture seen) {
    picture = seen;
  }

  /** Why it was not inferred, empty for one that was. */
  public Optional<Reuse> reuse() {
    return Optional.ofNullable(reuse);
  }

  /** It was not inferred, since another one shows the same. */
  public void reuses(Reuse another) {
    reuse = another;
  }

  /** It is inferred itself after all. */
  public void reusesNothing() {
    reuse = null;
  }

  /** Asked of workers by the job, empty for their own. */
  public OptionalDouble confidence() {
    return source.rules().confidence();
  }

  /** Into what it is cut before it is inferred. */
  public Tiles tiles() {
    return source.rules().tiles();
  }

  /**
   * Gives it to a worker; a hedge where another has it.
   *
   * @param startedAtMs by a clock that only goes forward
   */
  public synchronized Attempt begin(WorkerNode worker, long startedAtMs, Instant startedAt) {
    Attempt attempt = new Attempt(this, worker, startedAtMs, startedAt, isOut());
    attempts.add(attempt);
    queued = false;
    return attempt;
  }

  /** True where it wants another attempt now: for one caller only, and while no other is out. */
  public synchronized boolean wantsQueue() {
    if (settled || cancelled || queued || isOut()) {
      return false;
    }
    queued = true;
    return true;
  }

  /** Whether a worker has it at this moment. */
  public synchronized boolean isOut() {
    return attempts.stream().anyMatch(attempt -> !attempt.hasEnded());
  }

  /** How many workers have it at this moment. */
  public synchronized long copiesOut() {
    return attempts.stream().filter(attempt -> !attempt.hasEnded()).count();
  }

  /** What workers that it was given to by itself have against it. */
  public Strikes strikes() {
    return strikes;
  }

  /** A worker failed on the piece that it was in, whichever of its frames is to blame. */
  public synchronized void spoiltBy(WorkerNode worker) {
    spoiltBy.add(worker);
  }

  /** A worker said that it cannot be had of the piece that it was in, or failed on just that. */
  public synchronized void undecodable() {
    undecodable = true;
  }

  /** Whether the piece that it was in may be at fault, and not only who had it. */
  public synchronized boolean isUndecodable() {
    return undecodable;
  }

  /** Whether this worker failed on a piece with it. */
  public synchronized boolean isSpoiltBy(WorkerNode worker) {
    return spoiltBy.contains(worker);
  }

  /** How many owners' workers failed on pieces with it. */
  public synchronized int timesSpoilt() {
    return (int) spoiltBy.stream().map(WorkerNode::owner).distinct().count();
  }

  /** True for the first caller only: the frame is now this caller's to store. */
  public synchronized boolean settle() {
    boolean first = !settled;
    settled = true;
    return first;
  }

  public synchronized boolean isSettled() {
    return settled;
  }

  /** This worker's result came by itself, before the answer to the call. */
  public synchronized void postedBy(WorkerNode worker, Instant when) {
    attempts.stream()
        .filter(attempt -> attempt.worker() == worker)
        .reduce((earlier, later) -> later)
        .ifPresent(attempt -> attempt.posted(when));
  }

  /** Its newest attempts, in order; those that are out are overtaken once it is settled. */
  public synchronized List<FrameAttempt> attemptLog() {
    String open = settled ? FrameAttempt.OVERTAKEN : FrameAttempt.PENDING;
    return attempts.stream()
        .skip(Math.max(0, attempts.size() - ATTEMPTS_TOLD))
        .map(attempt -> attempt.record(open))
        .toList();
  }

  /** Ends when what became of the frame is in the ledger, or never will be. */
  public CompletableFuture<StoredOutcome> stored() {
    return stored;
  }

  /** It is settled and will never be in the ledger. */
  public void lost(String reason, Throwable failure) {
    source.progress().lost(reason);
    stored.completeExceptionally(failure);
  }

  public synchronized int attempts() {
    return attempts.size();
  }

  /** Whether a worker had it before, other than one with too much to do to begin with it. */
  public synchronized boolean wasTried() {
    return attempts.stream().anyMatch(Attempt::wasMade);
  }

  /** The ids of the workers it was given to, in order. */
  public synchronized List<String> triedBy() {
    return attempts.stream().map(attempt -> attempt.worker().id()).distinct().toList();
  }

  /**
   * The worker of this id that it was given to last; empty where it never was.
   *
   * @param meant which of those that had the id, one after the other
   */
  public synchronized Optional<WorkerNode> givenTo(String workerId, Predicate<WorkerNode> meant) {
    return attempts.stream()
        .map(Attempt::worker)
        .filter(worker -> worker.id().equals(workerId) && meant.test(worker))
        .reduce((earlier, later) -> later);
  }

  public synchronized void cancel() {
    cancelled = true;
  }

  public synchronized boolean isCancelled() {
    return cancelled;
  }
}
