package edgeai.worker.infer;

import edgeai.common.error.Unavailable;
import edgeai.common.inference.Engine;
import edgeai.common.inference.InferenceOutcome;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.NoOpModel;
import edgeai.common.vision.PixelPicture;
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
  public InferenceOutcome infer(EncodedPicture picture, double confidence) {
    return answer();
  }

  @Override
  public InferenceOutcome infer(PixelPicture picture, double confidence) {
    return answer();
  }

  @Override
  public boolean looks() {
    return false;
  }

  private InferenceOutcome answer() {
    long started = System.nanoTime();
    try {
      TimeUnit.NANOSECONDS.sleep(delay.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("This worker is ending.", 30);
    }
    return new InferenceOutcome(
        List.of(), (System.nanoTime() - started) / 1e6, NoOpModel.CARD.sha256());
  }

  @Override
  public void prove(EncodedPicture picture) {
    // there is nothing that could fail
  }

  @Override
  public void close() {
    // it holds nothing
  }
}
