package edgeai.coordinator.stream;

import edgeai.common.vision.Annotator;
import edgeai.common.vision.Picture;
import edgeai.common.vision.UnreadablePictureException;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.result.FrameSeen;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Draws detections on frames, once per frame, and only while somebody watches. Frames that come
 * faster than they can be drawn are skipped; one older than the last shown of its job is too.
 */
@ApplicationScoped
public class AnnotationStage {
  private static final Logger LOG = Logger.getLogger(AnnotationStage.class.getName());

  @Inject private StreamHub hub;
  @Inject private CoordinatorSettings settings;

  @Resource(lookup = "java:app/concurrent/annotate")
  private ManagedExecutorService executor;

  private final AtomicReference<FrameSeen> latest = new AtomicReference<>();
  private final AtomicBoolean drawing = new AtomicBoolean();
  private FrameResult lastShown;

  void onFrame(@Observes FrameSeen seen) {
    if (seen.jpeg() == null) {
      return;
    }
    latest.set(seen);
    if (hub.isWatched()) {
      draw();
    }
  }

  /** Draws the newest frame for a viewer who came after it. */
  void viewerCame() {
    draw();
  }

  private void draw() {
    if (drawing.compareAndSet(false, true)) {
      executor.execute(this::drawLatest);
    }
  }

  private void drawLatest() {
    FrameSeen seen = latest.get();
    try {
      if (seen != null && isNewer(seen.result())) {
        hub.show(annotated(seen));
        lastShown = seen.result();
      }
    } catch (UnreadablePictureException | RuntimeException e) {
      LOG.log(Level.WARNING, "a frame could not be drawn", e);
    } finally {
      drawing.set(false);
    }
    if (latest.get() != seen && hub.isWatched()) {
      draw();
    }
  }

  private boolean isNewer(FrameResult result) {
    return lastShown == null
        || !Objects.equals(lastShown.jobId(), result.jobId())
        || result.jobId() == null
        || result.frameId() > lastShown.frameId();
  }

  private byte[] annotated(FrameSeen seen) throws UnreadablePictureException {
    try (Picture picture = Picture.decode(seen.jpeg(), settings.videos().maxPixels())) {
      Annotator.draw(picture, seen.result().detections(), seen.scale());
      return picture.toJpeg(settings.videos().jpegQuality());
    }
  }
}
