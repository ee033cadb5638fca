package edgeai.common.error;

/** There is no room for what was sent. */
public final class NotStored extends Refusal {
  private static final long serialVersionUID = 1;

  public NotStored(String sentence) {
    super(sentence);
  }
}
