package edgeai.common.vision;

import java.nio.file.Path;

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

  /** A file whose bytes are not those of the model that it is named after. */
  public static ModelException damaged(Path file, String sha256) {
    return new ModelException(
        "%s is damaged: its bytes are not those of the model %s."
            .formatted(file.getFileName(), sha256));
  }

  /** Whether no other model would do better: libraries, the provider or memory are to blame. */
  public boolean isOfThisMachine() {
    return ofThisMachine;
  }
}
