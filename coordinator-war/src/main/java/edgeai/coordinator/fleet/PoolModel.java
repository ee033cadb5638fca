package edgeai.coordinator.fleet;

import edgeai.common.settings.StartRefusal;
import edgeai.common.vision.BundledModel;
import edgeai.common.vision.Detector;
import edgeai.common.vision.DetectorOptions;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.ModelException;
import edgeai.common.vision.NativeFailure;
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
 * The one model of the pool, opened and warm: {@code MODEL}, or the bundled one where that is not
 * set. A file that cannot be used stops the start.
 */
@ApplicationScoped
public class PoolModel {
  private static final Logger LOG = Logger.getLogger(PoolModel.class.getName());

  @Inject private CoordinatorSettings settings;

  private Path file;
  private Detector detector;
  private ModelCard card;

  @PostConstruct
  void open() {
    CoordinatorSettings.Inference inference = settings.inference();
    Optional<Path> own = inference.model();
    try {
      file = own.isPresent() ? own.get() : BundledModel.in(settings.dataDir());
      detector =
          Detector.openWarm(
              file,
              new DetectorOptions(inference.provider(), inference.callers(), inference.threads()));
      card = own.isPresent() ? detector.card() : detector.card().named(BundledModel.NAME);
      LOG.info(card.summary());
    } catch (ModelException e) {
      throw StartRefusal.refuse(e.getMessage());
    } catch (LinkageError e) {
      throw StartRefusal.refuse(NativeFailure.sentence(e));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "the model failed unforeseen", e);
      throw StartRefusal.refuse(
          "The model %s cannot be used: %s."
              .formatted(own.map(Path::toString).orElse("that comes with this build"), e));
    }
  }

  @PreDestroy
  void close() {
    if (detector != null) {
      detector.close();
    }
  }

  public Detector detector() {
    return detector;
  }

  public ModelCard card() {
    return card;
  }

  public Path file() {
    return file;
  }

  String sha256() {
    return card().sha256();
  }

  /** The classes of a worker's model, null where it is not the pool's. */
  List<String> classes(WorkerNode node) {
    return shared(node).map(ModelCard::classes).orElse(null);
  }

  /** Such as {@code 640x640}, null where the worker's model is not the pool's. */
  String inputSize(WorkerNode node) {
    return shared(node).map(ModelCard::inputSize).orElse(null);
  }

  private Optional<ModelCard> shared(WorkerNode node) {
    return Optional.of(card())
        .filter(c -> c.sha256().equalsIgnoreCase(node.registration().modelSha256()));
  }
}
