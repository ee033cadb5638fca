package edgeai.coordinator.dispatch;

/** A worker answered what no worker would. */
final class UnbelievableAnswerException extends RuntimeException {
  UnbelievableAnswerException(String message) {
    super(message);
  }
}
