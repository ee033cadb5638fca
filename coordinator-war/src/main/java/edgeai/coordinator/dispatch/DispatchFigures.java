package edgeai.coordinator.dispatch;

import edgeai.common.metrics.StageTimes;
import edgeai.common.metrics.StageTimes.Stage;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;

/** What dispatch counts since the server's start, and how long frames waited and travelled. */
@ApplicationScoped
public class DispatchFigures {
  private final StageTimes times;
  private final AtomicLong retries = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong hedges = new AtomicLong();
  private final AtomicLong pieces = new AtomicLong();
  private final AtomicLong overtaken = new AtomicLong();
  private final AtomicLong inferencesLeft = new AtomicLong();
  private final AtomicLong checksAgreed = new AtomicLong();
  private final AtomicLong checksDisagreed = new AtomicLong();
  private final AtomicLong checksLapsed = new AtomicLong();

  @Inject
  public DispatchFigures(StageTimes times) {
    this.times = times;
  }

  DispatchFigures() {
    this(null);
  }

  /** A frame that waited goes to a worker. */
  void leavesQueue(Frame frame) {
    if (frame.wasTried()) {
      retries.incrementAndGet();
    } else {
      times.add(Stage.QUEUE, frame.ageNanos());
    }
  }

  /** A frame goes to a worker in a piece; until then it had only to be counted. */
  void leavesPlan(Frame frame) {
    if (frame.wasTried()) {
      retries.incrementAndGet();
    }
  }

  /** A piece goes to a worker. */
  void pieceBegun() {
    pieces.incrementAndGet();
  }

  void hedged() {
    hedges.incrementAndGet();
  }

  /** A worker's detections came. */
  void answered(Attempt attempt, double latencyMs, double processingMs) {
    if (!attempt.worker().isLocal()) {
      times.add(Stage.NETWORK, (long) ((latencyMs - processingMs) * 1e6));
    }
  }

  void wasOvertaken() {
    overtaken.incrementAndGet();
  }

  /** Nobody waits any more for an inference of this process, which goes on. */
  void inferenceIsLeft() {
    inferencesLeft.incrementAndGet();
  }

  /** It ended after all. */
  void inferenceCameBack() {
    inferencesLeft.decrementAndGet();
  }

  void failed() {
    failures.incrementAndGet();
  }

  void checkAgreed() {
    checksAgreed.incrementAndGet();
  }

  void checkDisagreed() {
    checksDisagreed.incrementAndGet();
  }

  void checkLapsed() {
    checksLapsed.incrementAndGet();
  }

  /** Inferences of this process that go on although nobody waits for them. */
  public long inferencesLeft() {
    return inferencesLeft.get();
  }

  /** Spot checks in which both workers found the same. */
  public long checksAgreed() {
    return checksAgreed.get();
  }

  /** Spot checks in which they did not. */
  public long checksDisagreed() {
    return checksDisagreed.get();
  }

  /** Spot checks that came to nothing: no worker had a place, or none answered. */
  public long checksLapsed() {
    return checksLapsed.get();
  }

  /** Attempts beyond a frame's first that followed one which had ended. */
  public long retries() {
    return retries.get();
  }

  /** Attempts begun while another worker had the frame. */
  public long hedges() {
    return hedges.get();
  }

  /** Pieces that went to workers. */
  public long pieces() {
    return pieces.get();
  }

  /** Answers that came for frames which another attempt had settled. */
  public long overtaken() {
    return overtaken.get();
  }

  /** Frames that failed for good. */
  public long failures() {
    return failures.get();
  }
}
