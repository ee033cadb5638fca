package edgeai.common.inference;

import edgeai.common.error.Unavailable;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.PixelPicture;
import edgeai.common.vision.UnreadablePictureException;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** One engine for a while, whatever becomes of it meanwhile: it is open until this is closed. */
final class EngineLease implements AutoCloseable {
  private final OpenEngine open;
  private final ToDoubleFunction<ModelCard> confidence;
  private final InferenceFigures figures;

  /**
   * @param confidence of a model where nothing else is asked for
   * @param figures count what is inferred
   */
  EngineLease(OpenEngine open, ToDoubleFunction<ModelCard> confidence, InferenceFigures figures) {
    this.open = open;
    this.confidence = confidence;
    this.figures = figures;
    enter();
  }

  ModelCard card() {
    return engine().card();
  }

  /** See {@link Engine#looks}. */
  boolean looks() {
    return engine().looks();
  }

  InferenceOutcome infer(EncodedPicture picture, OptionalDouble asked)
      throws UnreadablePictureException {
    enter();
    try {
      return counted(engine().infer(picture, confidence(asked)));
    } finally {
      open.leave();
    }
  }

  /** Also of a lease that is closed while the picture is under way. */
  InferenceOutcome infer(PixelPicture picture, OptionalDouble asked) {
    enter();
    try {
      return counted(engine().infer(picture, confidence(asked)));
    } finally {
      open.leave();
    }
  }

  void prove(EncodedPicture picture) throws UnreadablePictureException {
    engine().prove(picture);
  }

  private void enter() {
    if (!open.enter()) {
      throw new Unavailable("The model %s is not open any more.".formatted(card().name()), 1);
    }
  }

  private Engine engine() {
    return open.engine();
  }

  private double confidence(OptionalDouble asked) {
    return asked.orElseGet(() -> confidence.applyAsDouble(card()));
  }

  private InferenceOutcome counted(InferenceOutcome outcome) {
    figures.inferred(outcome.processingTimeMs());
    return outcome;
  }

  @Override
  public void close() {
    open.leave();
  }
}
