package edgeai.access;

/** The list of those who may call cannot be read or changed so; the message is for people. */
public final class AccessException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public AccessException(String sentence) {
    super(sentence);
  }

  AccessException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
