package edgeai.coordinator.model;

import edgeai.common.error.InvalidInput;
import edgeai.common.vision.ModelCard;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;

/** The models that a job may go by: the pool's, or another of the shelf for this job alone. */
@ApplicationScoped
public class JobModels {
  private static final int SHOWN = 64;
  private static final int NAMED = 20;

  private final CoordinatorSettings settings;
  private final Shelf shelf;
  private final PoolModel pool;

  @Inject
  public JobModels(CoordinatorSettings settings, Shelf shelf, PoolModel pool) {
    this.settings = settings;
    this.shelf = shelf;
    this.pool = pool;
  }

  /** For the container's proxy. */
  JobModels() {
    this(null, null, null);
  }

  /** What a job goes by that asks for none. */
  public ModelCard usual() {
    return pool.card();
  }

  /**
   * One that is asked for.
   *
   * @param text its name, or its hash
   * @throws InvalidInput where there is none, or {@code MODEL} is set, which wins
   */
  public ModelCard named(String text) {
    ModelCard asked = shelf.find(text).map(ShelfModel::card).orElseThrow(() -> unknown(text));
    if (settings.inference().model().isPresent() && !asked.sha256().equals(pool.sha256())) {
      throw new InvalidInput(
          "model: MODEL is set on the coordinator, which wins; its model is %s."
              .formatted(pool.card().name()));
    }
    return asked;
  }

  private InvalidInput unknown(String text) {
    String names =
        shelf.all().stream().map(ShelfModel::name).limit(NAMED).collect(Collectors.joining(", "));
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return new InvalidInput("model: there is no model %s; there are %s.".formatted(shown, names));
  }
}
