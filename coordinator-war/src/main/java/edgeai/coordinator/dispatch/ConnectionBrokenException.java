package edgeai.coordinator.dispatch;

/** The connection broke after the worker may have seen the frame. */
final class ConnectionBrokenException extends RuntimeException {
  ConnectionBrokenException(Throwable cause) {
    super(
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
  }
}
