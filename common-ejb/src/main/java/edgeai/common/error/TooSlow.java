package edgeai.common.error;

/** What was sent came too slowly to be waited for. */
public final class TooSlow extends Refusal {
  private static final long serialVersionUID = 1;

  public TooSlow(String sentence) {
    super(sentence);
  }
}
