package edgeai.coordinator.dispatch;

/** The connection failed before the request was out, so the worker cannot have seen the frame. */
final class RequestNotSentException extends RuntimeException {
  RequestNotSentException(Throwable cause) {
    super(cause.getClass().getSimpleName(), cause);
  }
}
