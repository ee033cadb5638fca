package edgeai.coordinator.job;

import edgeai.common.http.Problem;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoFrame;
import edgeai.common.vision.Annotator;
import edgeai.common.vision.Picture;
import edgeai.common.vision.UnreadablePictureException;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.decode.DecodeStage;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/** Single frames of an uploaded video again, while the upload is kept. */
@ApplicationScoped
public class JobPictures {
  private static final int AT_ONCE = 2;

  @Inject private JobFiles files;
  @Inject private DecodeStage decode;
  @Inject private CoordinatorSettings settings;

  private final Semaphore places = new Semaphore(AT_ONCE);

  /** The frame as JPEG. */
  byte[] picture(FrameResult frame, boolean annotated) {
    Path video = files.video(frame.jobId());
    if (!Files.exists(video)) {
      throw Problem.notFound("The upload of job %s is no longer kept.".formatted(frame.jobId()));
    }
    if (!places.tryAcquire()) {
      throw Problem.unavailable("Other frames are being decoded; try again soon.", 1);
    }
    try {
      VideoFrame decoded =
          decode
              .frame(video, frame.frameIndex())
              .orElseThrow(() -> Problem.notFound("The video has no such frame."));
      return annotated ? annotated(decoded.jpeg(), frame) : decoded.jpeg();
    } catch (VideoException e) {
      throw Problem.conflict("The video cannot be read again: it %s.".formatted(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("The server is stopping.", 10);
    } finally {
      places.release();
    }
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
