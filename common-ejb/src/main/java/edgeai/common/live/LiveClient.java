package edgeai.common.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One listener: what waits for it, what is on its way, and when it was last heard. A container
 * buffers megabytes for a client that does not read and calls them sent; what counts here is
 * therefore what a pong confirmed.
 */
public final class LiveClient {
  private final LiveChannel channel;
  private final String topic;
  private final LiveLimits limits;
  private final Deque<String> waiting = new ArrayDeque<>();

  private int characters;
  private boolean queued;
  private boolean sending;
  private boolean gone;

  /** Characters sent so far; those up to the last ping; those up to the last pong. */
  private long sent;

  private long pinged;
  private long confirmed;

  private Instant stuckSince;
  private Instant heardAt;
  private Instant pingedAt;

  LiveClient(LiveChannel channel, String topic, LiveLimits limits, Instant now) {
    this.channel = channel;
    this.topic = topic;
    this.limits = limits;
    this.heardAt = now;
    this.pingedAt = now;
  }

  LiveChannel channel() {
    return channel;
  }

  /** What it hears of, null where it hears everything. */
  public String topic() {
    return topic;
  }

  /** Queues a message and returns how many older ones had to go for it. */
  synchronized int offer(String message) {
    if (gone) {
      return 0;
    }
    waiting.addLast(message);
    characters += message.length();
    int dropped = 0;
    while (waiting.size() > limits.messages()
        || characters > limits.characters() && waiting.size() > 1) {
      characters -= waiting.removeFirst().length();
      dropped++;
    }
    return dropped;
  }

  /** True once for a client that has something to send and is neither sending nor in a queue. */
  synchronized boolean enqueue() {
    if (gone || queued || sending || waiting.isEmpty()) {
      return false;
    }
    queued = true;
    return true;
  }

  /** The message to be sent now, null where there is none or too much is unconfirmed. */
  synchronized String take(Instant now) {
    queued = false;
    if (gone || sending || waiting.isEmpty()) {
      return null;
    }
    stuckSince = stuckSince == null ? now : stuckSince;
    if (isWindowFull()) {
      return null;
    }
    sending = true;
    String message = waiting.removeFirst();
    characters -= message.length();
    sent += message.length();
    return message;
  }

  private boolean isWindowFull() {
    return sent - confirmed >= limits.unconfirmed();
  }

  synchronized void sent() {
    sending = false;
    stuckSince = null;
  }

  /** The mark of a ping to be sent now, 0 where none is due. */
  synchronized long pingDue(Instant now) {
    boolean half = sent - pinged >= limits.unconfirmed() / 2;
    boolean time = !now.isBefore(pingedAt.plus(limits.pingEvery()));
    if (gone || sending || !half && !time) {
      return 0;
    }
    pinged = sent;
    pingedAt = now;
    return Math.max(1, pinged);
  }

  synchronized void heard(Instant now) {
    heardAt = now;
  }

  /** Notes the pong to a ping with this mark. */
  synchronized void confirmed(long mark, Instant now) {
    heardAt = now;
    confirmed = Math.max(confirmed, Math.min(mark, pinged));
    if (!sending && !isWindowFull()) {
      stuckSince = null;
    }
  }

  /** Forgets what waits; true the first time. */
  synchronized boolean leave() {
    boolean first = !gone;
    gone = true;
    waiting.clear();
    characters = 0;
    return first;
  }

  synchronized boolean isStalled(Instant now) {
    return stuckSince != null && now.isAfter(stuckSince.plus(limits.stalledAfter()));
  }

  synchronized boolean isSilent(Instant now) {
    return now.isAfter(heardAt.plus(limits.silentAfter()));
  }
}
