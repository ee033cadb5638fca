package edgeai.coco;

/** Npm or its registry is not there, for the reason in the message. */
final class UnreachableException extends Exception {
  private static final long serialVersionUID = 1;

  UnreachableException(String message) {
    super(message);
  }
}
