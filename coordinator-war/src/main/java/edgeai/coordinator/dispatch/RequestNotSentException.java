package edgeai.coordinator.dispatch;

import edgeai.common.network.CallFailure;

/** The connection failed before the request was out, so the worker cannot have seen the frame. */
final class RequestNotSentException extends RuntimeException {
  RequestNotSentException(Throwable cause) {
    super(CallFailure.words(cause), cause);
  }
}
