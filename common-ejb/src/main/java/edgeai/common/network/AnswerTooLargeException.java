package edgeai.common.network;

import java.io.IOException;

/** A server answered more than whoever asked takes. */
public final class AnswerTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  AnswerTooLargeException(long maxBytes) {
    super("it answered more than %d bytes".formatted(maxBytes));
  }

  /** Whether this is why a call failed; the client wraps what its answer's reader threw. */
  public static boolean isWhy(Throwable failure) {
    return failure instanceof AnswerTooLargeException
        || failure.getCause() instanceof AnswerTooLargeException;
  }
}
