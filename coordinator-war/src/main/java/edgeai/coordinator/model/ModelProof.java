package edgeai.coordinator.model;

import edgeai.common.inference.ModelEngine;
import edgeai.common.inference.ModelOpening;
import edgeai.common.metrics.StageTimes;
import edgeai.common.vision.DetectorOptions;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.ModelException;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Opens models as this coordinator's settings want them run, one at a time: each takes memory. */
@ApplicationScoped
public class ModelProof {
  private final CoordinatorSettings settings;
  private final StageTimes times;
  private final Lock turn = new ReentrantLock();

  @Inject
  public ModelProof(CoordinatorSettings settings, StageTimes times) {
    this.settings = settings;
    this.times = times;
  }

  /** For the container's proxy. */
  ModelProof() {
    this(null, null);
  }

  /** One that is set or comes with the build; this process ends where it cannot be used. */
  ModelEngine require(Optional<Path> model) {
    return opening(settings.inference().callers()).require(model);
  }

  /**
   * Opens one, warm.
   *
   * @throws ModelException where it cannot be used, or the file is another's
   */
  ModelEngine open(Path file, String name, String sha256) throws ModelException {
    turn.lock();
    try {
      ModelEngine engine = opening(settings.inference().callers()).open(file, Optional.of(name));
      if (!engine.card().sha256().equals(sha256)) {
        engine.close();
        throw ModelException.damaged(file, sha256);
      }
      return engine;
    } finally {
      turn.unlock();
    }
  }

  /**
   * What a model is, as far as one caller shows.
   *
   * @throws ModelException where it cannot be used
   */
  ModelCard look(Path file, String name) throws ModelException {
    turn.lock();
    try (ModelEngine engine = opening(1).open(file, Optional.of(name))) {
      return engine.card();
    } finally {
      turn.unlock();
    }
  }

  private ModelOpening opening(int callers) {
    CoordinatorSettings.Inference inference = settings.inference();
    return new ModelOpening(
        settings.dataDir(),
        new DetectorOptions(inference.provider(), callers, inference.threads()),
        settings.videos().maxPixels(),
        times);
  }
}
