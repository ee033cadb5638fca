package edgeai.coordinator.dispatch;

/**
 * The connection broke after the worker may have seen the frame. What the client says of it may
 * quote what came, so that only its kind is told.
 */
final class ConnectionBrokenException extends RuntimeException {
  ConnectionBrokenException(Throwable cause) {
    super(cause.getClass().getSimpleName(), cause);
  }
}
