package edgeai.common.vision;

/** A model cannot be used; the one-sentence message names the file, the problem and the way out. */
public final class ModelException extends Exception {

  private final boolean ofThisMachine;

  ModelException(String message) {
    this(message, null);
  }

  ModelException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private ModelException(String message, Throwable cause, boolean ofThisMachine) {
    super(message, cause);
    this.ofThisMachine = ofThisMachine;
  }

  static ModelException ofThisMachine(String message, Throwable cause) {
    return new ModelException(message, cause, true);
  }

  /** Whether no other model would do better: libraries, the provider or memory are to blame. */
  public boolean isOfThisMachine() {
    return ofThisMachine;
  }
}
