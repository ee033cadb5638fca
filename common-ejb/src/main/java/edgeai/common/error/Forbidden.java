package edgeai.common.error;

/** Whoever asks is known, and may not do this. */
public final class Forbidden extends Refusal {
  private static final long serialVersionUID = 1;

  public Forbidden(String sentence) {
    super(sentence);
  }
}
