package edgeai.coordinator.synthetic;

import edgeai.benchmark.load.LoadFigures;
import edgeai.benchmark.load.Measurement;
import edgeai.benchmark.load.Pacing;
import edgeai.common.vision.NoOpModel;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FramePicture;
import edgeai.coordinator.frame.FrameSource;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.frame.SourceProgress;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;

/** One load of frames of one size, from the first that is due until the last is stored. */
final class SyntheticRun {
  private static final int MOST_AT_ONCE = 1_000_000;

  /** Of a frame that no worker looks at. */
  private static final int PIXELS = 64;

  private final Dispatcher dispatcher;
  private final Pacing pacing;
  private final Measurement measurement;
  private final Map<Long, Long> dueAt = new ConcurrentHashMap<>();
  private final Semaphore unstored = new Semaphore(MOST_AT_ONCE);
  private final AtomicReference<String> failure = new AtomicReference<>();

  SyntheticRun(Dispatcher dispatcher, Pacing pacing, Measurement measurement) {
    this.dispatcher = dispatcher;
    this.pacing = pacing;
    this.measurement = measurement;
  }

  /**
   * Submits frames until the measurement is over and waits for the last.
   *
   * @param ids of the frames by their number, from 0
   * @throws IllegalStateException if a frame failed
   */
  LoadFigures send(String jobId, byte[] bytes, LongUnaryOperator ids) throws InterruptedException {
    FrameSource source =
        new FrameSource(
            jobId,
            NoOpModel.CARD.sha256(),
            ResultRules.ALL,
            new SourceProgress(Clock.systemUTC(), 0));
    FramePicture picture = FramePicture.asDisplayed(bytes, PIXELS, PIXELS);
    long sent = 0;
    while (!measurement.isOver() && failure.get() == null) {
      long id = ids.applyAsLong(sent);
      long due = pacing.awaitDue();
      unstored.acquire();
      dueAt.put(id, due);
      Frame frame = new Frame(id, source, sent, sent, picture);
      dispatcher.submit(frame);
      sent++;
    }
    unstored.acquire(MOST_AT_ONCE);
    if (failure.get() != null) {
      throw new IllegalStateException("a frame failed: " + failure.get());
    }
    return measurement.figures(sent);
  }

  void seen(FrameResult result) {
    Long due = dueAt.get(result.frameId());
    if (due != null) {
      measurement.answered(due);
      pacing.answered();
    }
  }

  void stored(FrameResult result) {
    Long due = dueAt.get(result.frameId());
    if (due == null) {
      return;
    }
    if (result.hasCompleted()) {
      measurement.completed(due);
    } else {
      failure.compareAndSet(null, result.error());
      pacing.answered();
    }
    unstored.release();
  }
}
