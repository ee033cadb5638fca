package edgeai.common.error;

/** A field, parameter or header is missing, of another type, or beyond its bounds. */
public final class InvalidInput extends Refusal {
  private static final long serialVersionUID = 1;

  public InvalidInput(String sentence) {
    super(sentence);
  }
}
