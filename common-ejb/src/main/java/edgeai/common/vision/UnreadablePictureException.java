package edgeai.common.vision;

/** Bytes are not a picture that can be decoded; the one-sentence message says why. */
public final class UnreadablePictureException extends Exception {

  UnreadablePictureException(String message) {
    super(message);
  }

  UnreadablePictureException(String message, Throwable cause) {
    super(message, cause);
  }
}
