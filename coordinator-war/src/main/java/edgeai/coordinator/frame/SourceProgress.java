package edgeai.coordinator.frame;

import edgeai.common.metrics.RateWindow;
import edgeai.common.wire.FrameResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How far a source of frames is: what was taken from it and what became of it. */
public final class SourceProgress {
  private static final int MODELS = 32;

  private final Clock clock;
  private final RateWindow rate;
  private final Set<String> models = new TreeSet<>();
  private long estimated;
  private long taken;
  private boolean allTaken;
  private long completed;
  private long failed;
  private long detections;
  private long reused;
  private double shownPercent;
  private String firstFailure;
  private Instant lastCompleted;
  private Instant lastSettled;
  private Instant lastTaken;

  public SourceProgress(Clock clock, long estimated) {
    this.clock = clock;
    this.rate = new RateWindow(clock);
    begun();
    this.estimated = estimated;
  }

  /** A job without frames to come stands at 0 until it ends. */
  public static double percent(long done, long total, boolean ended) {
    if (ended) {
      return 100;
    }
    return total <= 0 ? 0 : Math.min(99.9, Math.floor(done * 1000.0 / total) / 10);
  }

  /** Work begins now. */
  public synchronized void begun() {
    lastCompleted = clock.instant();
    lastSettled = lastCompleted;
    lastTaken = lastCompleted;
  }

  /** Frames settled per second from a job's start to its end; 0 where it never began. */
  public static double average(long settled, Instant startedAt, Instant completedAt) {
    if (startedAt == null || completedAt == null) {
      return 0;
    }
    long millis = Math.max(1, Duration.between(startedAt, completedAt).toMillis());
    return Math.round(settled * 10_000.0 / millis) / 10.0;
  }

  public synchronized void estimate(long frames) {
    estimated = frames;
  }

  public synchronized void taken() {
    taken(1);
  }

  /** So many frames are taken together. */
  public synchronized void taken(long frames) {
    taken += frames;
    lastTaken = clock.instant();
  }

  /** Frames taken from the video; at least those that are settled while it is read again. */
  public synchronized long submitted() {
    return allTaken ? taken : Math.max(taken, completed + failed);
  }

  /**
   * What the ledger's rows say when a job is taken up again and at its end: that is what counts.
   */
  public synchronized void recounted(long completed, long failed, long detections, long reused) {
    this.completed = completed;
    this.failed = failed;
    this.detections = detections;
    this.reused = reused;
  }

  /** So many frames that were taken are not, and will be taken again. */
  public synchronized void untaken(long frames) {
    taken -= frames;
    notifyAll();
  }

  /** The video is read again from its beginning, once all that was taken is stored. */
  public synchronized void takenAnew() {
    taken = 0;
  }

  /** What was taken and is not stored will never be: it does not count as taken. */
  public synchronized void onlyStored() {
    taken = completed + failed;
    notifyAll();
  }

  /** No more frames come. */
  public synchronized void allTaken() {
    allTaken = true;
    notifyAll();
  }

  public synchronized void stored(FrameResult result, String model) {
    rate.count();
    lastSettled = clock.instant();
    if (result.hasCompleted()) {
      lastCompleted = lastSettled;
      completed++;
      detections += result.detections().size();
      reused += result.reusedFrom() == null ? 0 : 1;
      if (!model.isEmpty() && models.size() < MODELS) {
        models.add(model);
      }
    } else {
      failed++;
      firstFailure = firstFailure == null ? result.error() : firstFailure;
    }
    notifyAll();
  }

  /** A frame will never be stored: nobody waits for it, and the ledger's rows tell of none. */
  public synchronized void lost(String reason) {
    failed++;
    firstFailure = firstFailure == null ? reason : firstFailure;
    notifyAll();
  }

  /** Waits until every frame that was taken is stored. */
  public synchronized void awaitStored() throws InterruptedException {
    while (completed + failed < taken) {
      wait();
    }
  }

  public synchronized long total() {
    return allTaken ? taken : Math.max(estimated, taken);
  }

  /** Frames that are not in the ledger, of all that there are to do. */
  public synchronized long left() {
    return Math.max(0, total() - completed - failed);
  }

  public synchronized long completed() {
    return completed;
  }

  public synchronized long failed() {
    return failed;
  }

  public synchronized long detections() {
    return detections;
  }

  /** Frames that completed without being inferred. */
  public synchronized long reused() {
    return reused;
  }

  /** Frames that were taken and are not in the ledger. */
  public synchronized long open() {
    return Math.max(0, taken - completed - failed);
  }

  public synchronized Instant lastCompleted() {
    return lastCompleted;
  }

  public synchronized Instant lastSettled() {
    return lastSettled;
  }

  /** When the decoder last gave a frame. */
  public synchronized Instant lastTaken() {
    return lastTaken;
  }

  public synchronized String firstFailure() {
    return firstFailure;
  }

  public synchronized List<String> models() {
    return List.copyOf(models);
  }

  public double fps() {
    return rate.perSecond();
  }

  /** Never falls, whatever the estimate does. */
  public synchronized double percent() {
    shownPercent = Math.max(shownPercent, percent(completed + failed, total(), false));
    return shownPercent;
  }
}
