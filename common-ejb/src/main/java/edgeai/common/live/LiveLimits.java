package edgeai.common.live;

import java.time.Duration;

/**
 * What a hub bears.
 *
 * @param clients that hear everything, at the same time; more are turned away
 * @param ofTopics clients that hear one topic each, at the same time; more are turned away
 * @param messages that wait for one client, the text shared by all; the oldest go
 * @param characters of these messages together; the oldest go
 * @param unconfirmed characters that may be on their way before a pong confirms them
 * @param pingEvery how often a client is asked for a sign of life
 * @param stalledAfter a client that took nothing for so long is closed
 * @param silentAfter a client that was not heard for so long is closed
 */
public record LiveLimits(
    int clients,
    int ofTopics,
    int messages,
    int characters,
    int unconfirmed,
    Duration pingEvery,
    Duration stalledAfter,
    Duration silentAfter) {

  /** The largest message that a client may send, in bytes. */
  public static final int MAX_INCOMING_BYTES = 64 << 10;

  /** Clients of the same topic; the one that came first goes. */
  static final int SAME_TOPIC = 4;

  /** What waits for a client of one topic, which is little and soon out of date. */
  private static final int MESSAGES_OF_TOPIC = 64;

  /** The usual limits with so many clients. */
  public static LiveLimits of(int clients, int ofTopics) {
    return new LiveLimits(
        clients,
        ofTopics,
        2_048,
        4 << 20,
        128 << 10,
        Duration.ofSeconds(20),
        Duration.ofSeconds(15),
        Duration.ofSeconds(65));
  }

  /** For a client of one topic. */
  LiveLimits forTopic() {
    return new LiveLimits(
        clients,
        ofTopics,
        Math.min(messages, MESSAGES_OF_TOPIC),
        characters,
        unconfirmed,
        pingEvery,
        stalledAfter,
        silentAfter);
  }
}
