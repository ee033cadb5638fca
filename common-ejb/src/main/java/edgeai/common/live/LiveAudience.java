package edgeai.common.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Who listens to a hub: those who hear everything, and those who hear one topic each. Thread-safe.
 */
final class LiveAudience {
  private final LiveLimits limits;
  private final Set<LiveClient> everything = ConcurrentHashMap.newKeySet();
  private final Map<String, List<LiveClient>> topics = new ConcurrentHashMap<>();
  private int ofTopics;

  LiveAudience(LiveLimits limits) {
    this.limits = limits;
  }

  /** Takes a client in; gives the one that goes for it, which is itself where there is no room. */
  synchronized Optional<LiveClient> admit(LiveClient client) {
    return client.topic() == null ? admitToAll(client) : admitToTopic(client);
  }

  private Optional<LiveClient> admitToAll(LiveClient client) {
    if (everything.size() >= limits.clients()) {
      return Optional.of(client);
    }
    everything.add(client);
    return Optional.empty();
  }

  /** Who connects again before its old connections are known to be dead must be heard. */
  private Optional<LiveClient> admitToTopic(LiveClient client) {
    List<LiveClient> same = topics.getOrDefault(client.topic(), List.of());
    Optional<LiveClient> first =
        same.size() < LiveLimits.SAME_TOPIC ? Optional.empty() : Optional.of(same.get(0));
    first.ifPresent(this::dismiss);
    if (ofTopics >= limits.ofTopics()) {
      return Optional.of(client);
    }
    ofTopics++;
    topics.computeIfAbsent(client.topic(), topic -> new CopyOnWriteArrayList<>()).add(client);
    return first;
  }

  /** Forgets a client; again and again without harm. */
  synchronized void dismiss(LiveClient client) {
    if (client.topic() == null) {
      everything.remove(client);
      return;
    }
    List<LiveClient> same = topics.getOrDefault(client.topic(), List.of());
    if (same.contains(client)) {
      ofTopics--;
      same.remove(client);
      topics.remove(client.topic(), List.of());
    }
  }

  /** Those who hear everything. */
  Set<LiveClient> everything() {
    return everything;
  }

  /** Those who hear this topic and little else. */
  List<LiveClient> of(String topic) {
    return topics.getOrDefault(topic, List.of());
  }

  Stream<LiveClient> all() {
    return Stream.concat(everything.stream(), topics.values().stream().flatMap(List::stream));
  }

  synchronized int size() {
    return everything.size() + ofTopics;
  }
}
