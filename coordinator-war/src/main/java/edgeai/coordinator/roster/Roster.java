package edgeai.coordinator.roster;

import edgeai.common.vision.ModelCard;
import edgeai.common.wire.Worker;
import edgeai.coordinator.dispatch.PieceLeases;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.model.PoolModel;
import edgeai.coordinator.result.RunningTotals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The workers there are, as the contract shows them. */
@ApplicationScoped
public class Roster {
  private final Fleet fleet;
  private final PoolModel model;
  private final RunningTotals totals;
  private final PieceLeases pieces;

  @Inject
  public Roster(Fleet fleet, PoolModel model, RunningTotals totals, PieceLeases pieces) {
    this.fleet = fleet;
    this.model = model;
    this.totals = totals;
    this.pieces = pieces;
  }

  /** For the container's proxy. */
  Roster() {
    this(null, null, null, null);
  }

  /** All workers, by id. */
  public List<Worker> list() {
    return fleet.nodes().stream().map(this::show).toList();
  }

  /** One worker as it is in this moment. */
  public Worker show(WorkerNode node) {
    return node.show(shown(node), totals.framesOf(node.id()), pieces.frames(node));
  }

  private WorkerNode.ShownModel shown(WorkerNode node) {
    String sha256 = node.mainModel(model.sha256());
    Optional<ModelCard> known = Optional.ofNullable(sha256).flatMap(model::card);
    String announced = node.registration().modelSha256();
    return new WorkerNode.ShownModel(
        sha256 == null || sha256.equalsIgnoreCase(announced)
            ? node.registration().model()
            : known.map(ModelCard::name).orElse(null),
        sha256,
        known.map(ModelCard::classes).orElse(null),
        known.map(ModelCard::inputSize).orElse(null));
  }

  /** Hashes of the models that are wanted of workers, the pool's first. */
  public List<String> wantedModels() {
    return model.wanted();
  }
}
