package edgeai.common.error;

/** Whoever asked has left, so that nobody wants the answer any more. */
public final class ClientGone extends Refusal {
  private static final long serialVersionUID = 1;

  public ClientGone(String sentence) {
    super(sentence);
  }
}
