package edgeai.worker.infer;

import edgeai.common.error.Unavailable;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.NoOpModel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Answers every frame after the same time with no detections, whatever the frame shows: for
 * measuring what lies between a coordinator and its workers.
 */
final class NoOpEngine implements Engine {
  private final Duration delay;

  NoOpEngine(Duration delay) {
    this.delay = delay;
  }

  @Override
  public ModelCard card() {
    return NoOpModel.CARD;
  }

  @Override
  public InferenceStage.Outcome infer(EncodedPicture picture, double confidence) {
    long started = System.nanoTime();
    try {
      TimeUnit.NANOSECONDS.sleep(delay.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("This worker is ending.", 30);
    }
    double ms = Math.round((System.nanoTime() - started) / 1e5) / 10.0;
    return new InferenceStage.Outcome(List.of(), ms);
  }

  @Override
  public void prove(EncodedPicture picture, double confidence) {
    // there is nothing that could fail
  }

  @Override
  public void close() {
    // it holds nothing
  }
}
