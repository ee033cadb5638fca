package edgeai.coordinator.model;

import edgeai.common.error.Unavailable;
import edgeai.common.metrics.StageTimes;
import edgeai.common.vision.Detector;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.Inference;
import edgeai.common.vision.Picture;
import edgeai.common.vision.UnreadablePictureException;
import edgeai.common.wire.Detection;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The worker inside the coordinator: infers in this process, for dispatch and single pictures. */
@ApplicationScoped
public class LocalInference {
  /** Single pictures that may wait for the model beside the frames of jobs. */
  private static final int WAITING_PICTURES = 16;

  @Inject private PoolModel model;
  @Inject private CoordinatorSettings settings;
  @Inject private StageTimes times;

  private Semaphore pictures;

  /** What inference found. */
  public record Outcome(List<Detection> detections, double processingTimeMs, String model) {}

  @PostConstruct
  void prepare() {
    pictures = new Semaphore(settings.inference().callers() + WAITING_PICTURES);
  }

  /**
   * Infers a single picture.
   *
   * @param confidence detections below are dropped, 0 to 1
   * @throws Unavailable where there is no local worker, or it is full
   */
  public Outcome infer(byte[] picture, double confidence) throws UnreadablePictureException {
    if (!settings.inference().localWorker()) {
      throw new Unavailable("This coordinator has no local worker.", 60);
    }
    if (!pictures.tryAcquire()) {
      throw new Unavailable("The local worker is busy.", 1);
    }
    try {
      return run(EncodedPicture.of(picture), confidence);
    } finally {
      pictures.release();
    }
  }

  /**
   * Infers a frame of a job.
   *
   * @param confidence detections below are dropped, 0 to 1
   */
  public Outcome run(EncodedPicture encoded, double confidence) throws UnreadablePictureException {
    Detector detector = model.detector();
    long started = System.nanoTime();
    try (Picture picture = detector.decode(encoded, settings.videos().maxPixels())) {
      long decoding = System.nanoTime() - started;
      Inference inference = detector.infer(picture, confidence);
      times.addInferred(
          decoding, inference.letterboxNanos(), inference.inferNanos(), inference.suppressNanos());
      return new Outcome(
          inference.detections(), decoding / 1e6 + inference.millis(), detector.card().sha256());
    }
  }
}
