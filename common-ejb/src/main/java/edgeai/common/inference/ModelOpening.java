package edgeai.common.inference;

import edgeai.common.metrics.StageTimes;
import edgeai.common.vision.BundledModel;
import edgeai.common.vision.Detector;
import edgeai.common.vision.DetectorOptions;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.ModelException;
import edgeai.common.vision.NativeFailure;
import edgeai.settings.StartRefusal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Opens models as a server's settings want them run.
 *
 * @param dataDir where the bundled model is unpacked
 * @param options how a model is run
 * @param maxPixels of a picture; a larger one is refused
 * @param times where the time of pictures is counted
 */
public record ModelOpening(
    Path dataDir, DetectorOptions options, long maxPixels, StageTimes times) {
  private static final Logger LOG = Logger.getLogger(ModelOpening.class.getName());

  /**
   * Opens a model, warm.
   *
   * @param name what it is called, empty for its file's name
   * @throws ModelException where the file is no model, or the provider demanded is missing
   */
  public ModelEngine open(Path file, Optional<String> name) throws ModelException {
    Detector detector = Detector.openWarm(file, options);
    ModelCard card = name.map(detector.card()::named).orElse(detector.card());
    return new ModelEngine(file, detector, card, maxPixels, times);
  }

  /**
   * Opens the model that is set: a file, or the name of a bundled one; the usual one where none is.
   *
   * @throws ModelException as {@link #open(Path, Optional)}
   */
  public ModelEngine openSet(Optional<Path> own) throws ModelException {
    if (own.isEmpty()) {
      return openUsual();
    }
    Optional<BundledModel> bundled = BundledModel.named(own.get().toString());
    return bundled.isPresent() ? open(bundled.get()) : open(own.get(), Optional.empty());
  }

  private ModelEngine openUsual() throws ModelException {
    BundledModel usual = BundledModel.usual();
    if (usual != BundledModel.COCO) {
      LOG.warning(
          "this build comes without the model coco: street is in use, which has seen drawn streets"
              + " alone; build again where npm can fetch what coco is made of, or set MODEL");
    }
    return open(usual);
  }

  private ModelEngine open(BundledModel model) throws ModelException {
    return open(model.in(dataDir), Optional.of(model.word()));
  }

  /** As {@link #openSet}; a model that cannot be used ends this process with the reason. */
  public ModelEngine require(Optional<Path> own) {
    try {
      return openSet(own);
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
}
