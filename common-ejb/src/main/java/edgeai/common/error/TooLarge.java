package edgeai.common.error;

/** More was sent than is taken. */
public final class TooLarge extends Refusal {
  private static final long serialVersionUID = 1;

  public TooLarge(String sentence) {
    super(sentence);
  }
}
