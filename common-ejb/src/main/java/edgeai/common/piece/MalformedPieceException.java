package edgeai.common.piece;

import java.io.IOException;

/** Bytes that are no piece of video, or one beyond its limits. */
public final class MalformedPieceException extends IOException {
  /**
   * @param sentence for the answer of a request
   */
  public MalformedPieceException(String sentence) {
    super(sentence);
  }
}
