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

  /** Of a video that does not begin with a key frame. */
  static UnprovenException beginsInTheMiddle() {
    return new UnprovenException("begins with frames that refer to what came before it");
  }

  /** Of bytes that make no sense. */
  static UnprovenException damaged() {
    return new UnprovenException("is damaged");
  }
}
