package edgeai.common.syntax;

/**
 * A video whose frames and key frames cannot be told from its packets alone. The sentence goes on
 * after "the video": "has no key frames of its own".
 */
public final class UnprovenException extends Exception {
  /** Takes the sentence without its subject. */
  public UnprovenException(String predicate) {
    super(predicate);
  }
}
