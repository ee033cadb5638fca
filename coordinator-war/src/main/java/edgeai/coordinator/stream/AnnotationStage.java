package edgeai.coordinator.stream;

import edgeai.common.vision.Annotator;
import edgeai.common.vision.Picture;
import edgeai.common.vision.UnreadablePictureException;
import edgeai.coordinator.result.FrameSeen;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Draws detections on frames, once per frame, and only while somebody watches. Frames that come
 * faster than they can be drawn are skipped; one older than the last shown of its job is too. Jobs
 * that are watched side by side are drawn in turn.
 */
@ApplicationScoped
public class AnnotationStage {
  private static final Logger LOG = Logger.getLogger(AnnotationStage.class.getName());

  private final StreamHub hub;
  private final CoordinatorSettings settings;
  private final ManagedExecutorService executor;
  private final AtomicBoolean drawing = new AtomicBoolean();

  @Inject
  public AnnotationStage(
      StreamHub hub,
      CoordinatorSettings settings,
      @Named("annotate") ManagedExecutorService executor) {
    this.hub = hub;
    this.settings = settings;
    this.executor = executor;
  }

  /** For the container's proxy. */
  AnnotationStage() {
    this(null, null, null);
  }

  void onFrame(@Observes FrameSeen seen) {
    if (seen.jpeg() == null) {
      return;
    }
    String jobId = seen.result().jobId();
    hub.came(jobId == null ? Spotlight.NO_JOB : jobId).came(seen);
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
      try {
        executor.execute(this::drawWatched);
      } catch (RejectedExecutionException e) {
        drawing.set(false);
        LOG.log(Level.FINE, "the server is ending: {0}", e.toString());
      }
    }
  }

  private void drawWatched() {
    try {
      for (Scene scene : hub.watched()) {
        FrameSeen seen = scene.toDraw();
        if (seen != null) {
          show(scene, seen);
        }
      }
    } finally {
      drawing.set(false);
    }
    if (hub.watched().stream().anyMatch(Scene::hasNews)) {
      draw();
    }
  }

  private void show(Scene scene, FrameSeen seen) {
    try {
      Part part = Part.of(seen.result(), annotated(seen));
      scene.show(seen.result(), part);
      hub.offer(scene, part);
    } catch (UnreadablePictureException | RuntimeException | Error e) {
      LOG.log(Level.WARNING, "a frame could not be drawn", e);
    }
  }

  private byte[] annotated(FrameSeen seen) throws UnreadablePictureException {
    try (Picture picture = Picture.decode(seen.jpeg(), settings.videos().maxPixels())) {
      Annotator.draw(picture, seen.result().detections(), seen.scale());
      return picture.toJpeg(settings.videos().jpegQuality());
    }
  }
}
