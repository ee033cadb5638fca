package edgeai.common.vision;

/** A model cannot be used; the one-sentence message names the file, the problem and the way out. */
public final class ModelException extends Exception {

  ModelException(String message) {
    super(message);
  }

  ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
