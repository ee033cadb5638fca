package edgeai.coordinator.review;

import edgeai.common.error.Conflict;
import edgeai.common.error.NotFound;
import edgeai.common.error.Unavailable;
import edgeai.common.video.VideoException;
import edgeai.common.vision.Annotator;
import edgeai.common.vision.Picture;
import edgeai.common.vision.UnreadablePictureException;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.decode.FramePictures;
import edgeai.coordinator.job.JobFiles;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/** Single frames of an uploaded video again, while the upload is kept. */
@ApplicationScoped
public class JobPictures {
  /** Single frames that are decoded again at a time. */
  private static final int AT_ONCE = 2;

  private static final int MOST = 10;
  private static final int RETRY_S = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String TOO_FAR =
      "The frame is too far into a video that can be decoded from its beginning only:"
          + " it was not reached within %d s.";

  private final JobFiles files;
  private final FramePictures pictures;
  private final CoordinatorSettings settings;
  private final ExecutorService threads;

  private PictureQueue queue;

  @Inject
  public JobPictures(
      JobFiles files,
      FramePictures pictures,
      CoordinatorSettings settings,
      @Named("pictures") ExecutorService threads) {
    this.files = files;
    this.pictures = pictures;
    this.settings = settings;
    this.threads = threads;
  }

  /** For the container's proxy. */
  JobPictures() {
    this(null, null, null, null);
  }

  @PostConstruct
  void prepare() {
    queue = new PictureQueue(threads, AT_ONCE, MOST, PATIENCE);
  }

  /**
   * The frame as JPEG.
   *
   * @param viewer who asks, null where that is not known
   */
  public byte[] picture(FrameResult frame, boolean annotated, String viewer) {
    String jobId = frame.jobId();
    Path video = files.video(jobId);
    if (!Files.exists(video)) {
      throw new NotFound("The upload of job %s is no longer kept.".formatted(jobId));
    }
    PictureWork work = new PictureWork(System::nanoTime);
    try {
      return queue.await(viewer, () -> make(video, files.index(jobId), frame, annotated, work));
    } catch (PictureQueue.GivenUpException e) {
      throw e.isLate() && work.wentIntoDecoding()
          ? new Conflict(TOO_FAR.formatted(PATIENCE.toSeconds()))
          : new Unavailable(e.getMessage(), RETRY_S);
    } catch (ExecutionException e) {
      throw refusal(e.getCause());
    }
  }

  private byte[] make(
      Path video, Path index, FrameResult frame, boolean annotated, PictureWork work)
      throws VideoException, InterruptedException {
    byte[] jpeg =
        pictures
            .jpeg(video, index, frame.frameIndex(), frame.mediaTimeMs(), work::opened)
            .orElseThrow(() -> new NotFound("The video has no such frame."));
    return annotated ? annotated(jpeg, frame) : jpeg;
  }

  /** What to answer where the picture could not be made. */
  static RuntimeException refusal(Throwable cause) {
    if (cause instanceof VideoException e) {
      return e.kind() == VideoException.Kind.UNAVAILABLE
          ? new Unavailable("The video %s.".formatted(e.getMessage()), 5)
          : new Conflict("The video %s.".formatted(e.getMessage()));
    }
    if (cause instanceof InterruptedException) {
      return new Unavailable("The server is stopping.", 10);
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }

  private byte[] annotated(byte[] jpeg, FrameResult frame) {
    try (Picture picture = Picture.decode(jpeg, settings.videos().maxPixels())) {
      Annotator.draw(picture, frame.detections());
      return picture.toJpeg(settings.videos().jpegQuality());
    } catch (UnreadablePictureException e) {
      throw new IllegalStateException("a frame of our own cannot be read", e);
    }
  }
}
