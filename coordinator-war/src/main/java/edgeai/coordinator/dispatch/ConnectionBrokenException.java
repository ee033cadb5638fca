package edgeai.coordinator.dispatch;

import edgeai.common.network.CallFailure;

/**
 * The connection broke after the worker may have seen the frame. What the client says of it may
 * quote what came, so that only its kind is told.
 */
final class ConnectionBrokenException extends RuntimeException {
  ConnectionBrokenException(Throwable cause) {
    super(CallFailure.words(cause), cause);
  }
}
