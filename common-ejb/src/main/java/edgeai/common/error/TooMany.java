package edgeai.common.error;

/** All places for things of its kind are taken by others. */
public final class TooMany extends Refusal {
  private static final long serialVersionUID = 1;

  public TooMany(String sentence, int retryAfterSeconds) {
    super(sentence, retryAfterSeconds);
  }
}
