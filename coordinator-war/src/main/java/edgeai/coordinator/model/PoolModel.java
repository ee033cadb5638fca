package edgeai.coordinator.model;

import edgeai.common.inference.EngineInUse;
import edgeai.common.inference.ModelEngine;
import edgeai.common.inference.ModelOpening;
import edgeai.common.metrics.StageTimes;
import edgeai.common.vision.DetectorOptions;
import edgeai.common.vision.ModelCard;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * The one model of the pool, opened and warm: {@code MODEL}, or the bundled one where that is not
 * set. A file that cannot be used stops the start.
 */
@ApplicationScoped
public class PoolModel {
  private final CoordinatorSettings settings;
  private final StageTimes times;
  private final Clock clock;

  private ModelEngine model;
  private EngineInUse engine;

  @Inject
  public PoolModel(CoordinatorSettings settings, StageTimes times, Clock clock) {
    this.settings = settings;
    this.times = times;
    this.clock = clock;
  }

  /** For the container's proxy. */
  PoolModel() {
    this(null, null, null);
  }

  @PostConstruct
  void open() {
    CoordinatorSettings.Inference inference = settings.inference();
    ModelOpening opening =
        new ModelOpening(
            settings.dataDir(),
            new DetectorOptions(inference.provider(), inference.callers(), inference.threads()),
            settings.videos().maxPixels(),
            times);
    model = opening.require(inference.model());
    engine = new EngineInUse(inference.confidence(), clock);
    engine.use(model);
  }

  @PreDestroy
  void close() {
    if (engine != null) {
      engine.close();
    }
  }

  /** What pictures go through in this process. */
  public EngineInUse engine() {
    return engine;
  }

  public ModelCard card() {
    return model.card();
  }

  public Path file() {
    return model.file();
  }

  public String sha256() {
    return card().sha256();
  }

  /** What is said of the pool's model, where this is its hash; null is none's. */
  public Optional<ModelCard> card(String sha256) {
    return Optional.of(card()).filter(card -> card.sha256().equalsIgnoreCase(sha256));
  }
}
