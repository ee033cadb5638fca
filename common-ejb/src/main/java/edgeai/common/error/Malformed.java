package edgeai.common.error;

/** The bytes are not what they have to be: no picture, no video, no whole form, no base64. */
public final class Malformed extends Refusal {
  private static final long serialVersionUID = 1;

  public Malformed(String sentence) {
    super(sentence);
  }
}
