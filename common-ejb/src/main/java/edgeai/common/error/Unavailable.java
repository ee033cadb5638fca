package edgeai.common.error;

/** It cannot be done at the moment: busy, starting, ending, or without what it needs. */
public final class Unavailable extends Refusal {
  private static final long serialVersionUID = 1;

  public Unavailable(String sentence, int retryAfterSeconds) {
    super(sentence, retryAfterSeconds);
  }
}
