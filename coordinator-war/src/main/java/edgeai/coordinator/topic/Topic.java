package edgeai.coordinator.topic;

import edgeai.common.wire.LiveMessage;
import java.util.List;

/** One kind of message: notes in constant time what happens, and says at each beat what is new. */
interface Topic {
  /**
   * What is to be told now, in this order.
   *
   * @param second true at every other beat, which is once a second
   */
  List<LiveMessage> beat(boolean second);

  /** Drops what was noted: nobody listens. */
  void forget();
}
