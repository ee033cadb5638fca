package edgeai.coordinator.metrics;

import edgeai.common.metrics.Figures;
import edgeai.coordinator.model.LocalInference;
import edgeai.coordinator.model.ModelSwitch;
import edgeai.coordinator.model.PoolModel;
import edgeai.coordinator.model.Shelf;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What Prometheus sees of the models there are. */
@ApplicationScoped
public class ModelMetrics {
  private final Shelf shelf;
  private final PoolModel pool;
  private final ModelSwitch models;
  private final LocalInference pictures;

  @Inject
  ModelMetrics(Shelf shelf, PoolModel pool, ModelSwitch models, LocalInference pictures) {
    this.shelf = shelf;
    this.pool = pool;
    this.models = models;
    this.pictures = pictures;
  }

  /** For the container's proxy. */
  ModelMetrics() {
    this(null, null, null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // the observer's event creates this bean; its metrics are made below
  }

  @PostConstruct
  void register() {
    Figures.gauge("edge_models_added", "Models that were added to the shelf.", shelf::added);
    Figures.gauge("edge_models_added_bytes", "Bytes that they have.", shelf::addedBytes);
    Figures.gauge("edge_models_open", "Models that are open in this process.", pool::openModels);
    Figures.counter(
        "edge_model_switches_total",
        "Times that the pool was switched to a model, since the start.",
        models::count);
    Figures.counter(
        "edge_pictures_shed_total",
        "Pictures that were posted, and turned away since others waited.",
        pictures::shed);
  }
}
