package edgeai.common.error;

/** There is no such thing, or it is no longer kept. */
public final class NotFound extends Refusal {
  private static final long serialVersionUID = 1;

  public NotFound(String sentence) {
    super(sentence);
  }
}
