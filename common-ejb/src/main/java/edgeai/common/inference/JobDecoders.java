package edgeai.common.inference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * How many decoders a job has at work, and which of its pieces wait for one, in their order. Not
 * thread-safe; its {@link WarmDecoders} guard it.
 */
final class JobDecoders {
  private final DecoderNeed need;
  private final Deque<Object> waiting = new ArrayDeque<>();
  private final Set<PieceSource> untried = new HashSet<>();
  private int atWork;
  private int starting;

  JobDecoders(DecoderNeed need) {
    this.need = need;
    need.isOpen();
  }

  /** A piece comes that needs one. */
  Object comes() {
    Object turn = new Object();
    waiting.add(turn);
    return turn;
  }

  /** It goes away, with a decoder or without. */
  void goes(Object turn) {
    waiting.remove(turn);
  }

  boolean isFirst(Object turn) {
    return waiting.peek() == turn;
  }

  /**
   * Whether one is to be started for who is first, where none is idle.
   *
   * @param ofAll decoders at work, of all jobs
   */
  boolean wantsAnother(int ofAll) {
    return atWork == 0 || starting == 0 && untried.isEmpty() && need.isFelt(ofAll);
  }

  /**
   * One is at work from now on.
   *
   * @param isNew whether it has yet to be {@link #started}
   */
  void begins(boolean isNew) {
    atWork++;
    starting += isNew ? 1 : 0;
  }

  void ends(PieceSource decoder) {
    atWork--;
    untried.remove(decoder);
  }

  /** It has given nothing yet; null where it could not be started. */
  void started(PieceSource decoder) {
    starting--;
    if (decoder != null) {
      untried.add(decoder);
    }
  }

  /** One gave a frame. */
  void gave(PieceSource decoder, DecodingStep step) {
    if (untried.remove(decoder)) {
      need.isOpen();
    } else {
      need.add(step);
    }
  }

  boolean isWithout() {
    return atWork == 0 && waiting.isEmpty();
  }
}
