package edgeai.common.error;

/** What was sent is declared to be of a kind that is not taken. */
public final class UnsupportedMedia extends Refusal {
  private static final long serialVersionUID = 1;

  public UnsupportedMedia(String sentence) {
    super(sentence);
  }
}
