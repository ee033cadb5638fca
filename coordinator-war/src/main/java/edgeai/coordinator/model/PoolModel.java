package edgeai.coordinator.model;

import edgeai.common.vision.BundledModel;
import edgeai.common.vision.Detector;
import edgeai.common.vision.DetectorOptions;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.ModelException;
import edgeai.common.vision.NativeFailure;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.settings.StartRefusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
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

  public String sha256() {
    return card().sha256();
  }

  /** What is said of the pool's model, where this is its hash; null is none's. */
  public Optional<ModelCard> card(String sha256) {
    return Optional.of(card()).filter(card -> card.sha256().equalsIgnoreCase(sha256));
  }
}
