package edgeai.common.vision;

/** The runtime failed on one picture although the model had passed its checks. */
public final class InferenceException extends RuntimeException {

  InferenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
