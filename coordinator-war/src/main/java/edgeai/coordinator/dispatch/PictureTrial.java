package edgeai.coordinator.dispatch;

import edgeai.common.request.DetectionReader;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FramePicture;
import edgeai.coordinator.frame.FrameSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Has one worker do a picture that belongs to no job, beside all queues. */
@ApplicationScoped
public class PictureTrial {
  /** No frame of a job has it, for as long as there is a database. */
  private static final long NO_FRAME = DetectionReader.MAX_FRAME_ID;

  private final FrameTransport network;
  private final FrameTransport local;

  @Inject
  public PictureTrial(HttpTransport network, LocalTransport local) {
    this.network = network;
    this.local = local;
  }

  /** For the container's proxy. */
  PictureTrial() {
    this.network = null;
    this.local = null;
  }

  /**
   * What the picture took, as the worker says, in ms; empty where it did not do it in time.
   *
   * @param worker whose place is leased, and free again afterwards
   */
  public OptionalDouble at(
      WorkerNode worker, FrameSource source, FramePicture picture, Duration patience)
      throws InterruptedException {
    try {
      Frame frame = new Frame(NO_FRAME, source, 0, 0, picture);
      CompletableFuture<WorkerAnswer> call =
          (worker.isLocal() ? local : network).send(frame, worker);
      try {
        return call.get(patience.toMillis(), TimeUnit.MILLISECONDS)
                instanceof WorkerAnswer.Detected detected
            ? OptionalDouble.of(detected.processingTimeMs())
            : OptionalDouble.empty();
      } catch (ExecutionException | TimeoutException e) {
        call.cancel(true);
        return OptionalDouble.empty();
      }
    } finally {
      worker.released(); // nothing is learned of it: another model has another pace
    }
  }
}
