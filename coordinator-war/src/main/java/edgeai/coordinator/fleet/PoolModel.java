package edgeai.coordinator.fleet;

import edgeai.common.settings.StartRefusal;
import edgeai.common.vision.Detector;
import edgeai.common.vision.DetectorOptions;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.ModelException;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one model of the pool, from {@code MODEL}, opened and warm; a file that cannot be used stops
 * the start.
 */
@ApplicationScoped
public class PoolModel {
  private static final Logger LOG = Logger.getLogger(PoolModel.class.getName());

  @Inject private CoordinatorSettings settings;

  private Detector detector;

  @PostConstruct
  void open() {
    CoordinatorSettings.Inference inference = settings.inference();
    if (inference.model().isEmpty()) {
      LOG.warning(
          "No MODEL is set: this coordinator does not infer, and only workers that bring a model of"
              + " their own can. Set MODEL=/path/to/a/yolov8.onnx");
      return;
    }
    try {
      detector =
          Detector.open(
              inference.model().get(),
              new DetectorOptions(inference.provider(), inference.callers(), inference.threads()));
      detector.warmUp();
      ModelCard card = detector.card();
      LOG.log(
          Level.INFO,
          "model {0} ({1} classes, {2}x{3}) runs on {4}{5}",
          new Object[] {
            card.name(),
            card.classes().size(),
            card.inputWidth(),
            card.inputHeight(),
            card.provider(),
            card.note() == null ? "" : " (" + card.note() + ")"
          });
    } catch (ModelException e) {
      throw StartRefusal.refuse(e.getMessage());
    }
  }

  @PreDestroy
  void close() {
    if (detector != null) {
      detector.close();
    }
  }

  /** The detector, empty where no {@code MODEL} is set. */
  public Optional<Detector> detector() {
    return Optional.ofNullable(detector);
  }

  public Optional<ModelCard> card() {
    return detector().map(Detector::card);
  }

  public Optional<Path> file() {
    return settings.inference().model();
  }

  Optional<String> sha256() {
    return card().map(ModelCard::sha256);
  }

  /** The classes of a worker's model, null where it is not the pool's. */
  List<String> classes(WorkerNode node) {
    return shared(node).map(ModelCard::classes).orElse(null);
  }

  /** Such as {@code 640x640}, null where the worker's model is not the pool's. */
  String inputSize(WorkerNode node) {
    return shared(node).map(c -> c.inputWidth() + "x" + c.inputHeight()).orElse(null);
  }

  private Optional<ModelCard> shared(WorkerNode node) {
    return card().filter(c -> c.sha256().equals(node.registration().modelSha256()));
  }
}
