package edgeai.coordinator.decode;

/** A video turned out not to be one that goes in pieces, though it has an index. */
public final class NotInPiecesException extends Exception {
  /**
   * @param sentence why, as a worker said it
   */
  NotInPiecesException(String sentence) {
    super(sentence);
  }
}
