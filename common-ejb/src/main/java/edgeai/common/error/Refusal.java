package edgeai.common.error;

import java.time.Duration;
import java.util.Optional;

/**
 * What was asked cannot be done. The message is one sentence for whoever asked: it names the field
 * or thing and, where there is one, the way out.
 */
public abstract sealed class Refusal extends RuntimeException
    permits ClientGone,
        Conflict,
        Forbidden,
        InvalidInput,
        Malformed,
        NeighbourFailed,
        NotFound,
        NotStored,
        TooLarge,
        TooMany,
        TooSlow,
        Unavailable,
        UnsupportedMedia {
  private static final long serialVersionUID = 1;

  private final Duration retryAfter;

  Refusal(String sentence) {
    super(sentence);
    retryAfter = null;
  }

  Refusal(String sentence, int retryAfterSeconds) {
    super(sentence);
    retryAfter = Duration.ofSeconds(retryAfterSeconds);
  }

  /** When the same may be asked again, empty where time alone mends nothing. */
  public final Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
