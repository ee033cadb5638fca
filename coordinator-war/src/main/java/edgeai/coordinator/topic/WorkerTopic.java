package edgeai.coordinator.topic;

import edgeai.common.wire.LiveMessage;
import edgeai.common.wire.Worker;
import edgeai.coordinator.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what became of workers by comparing the pool with what was told: most of their states come
 * with time alone, and no event says so.
 */
@ApplicationScoped
public class WorkerTopic implements Topic {
  private final Roster roster;

  private Map<String, Worker> told = Map.of();

  @Inject
  public WorkerTopic(Roster roster) {
    this.roster = roster;
  }

  /** For the container's proxy. */
  WorkerTopic() {
    this(null);
  }

  @Override
  public List<LiveMessage> beat(boolean second) {
    List<LiveMessage> news = new ArrayList<>();
    Map<String, Worker> known = new LinkedHashMap<>();
    for (Worker worker : roster.list()) {
      Worker before = told.get(worker.workerId());
      boolean isNews = isNews(worker, before, second);
      known.put(worker.workerId(), isNews ? worker : before);
      if (isNews) {
        news.add(new LiveMessage("worker", worker));
      }
    }
    for (Worker before : told.values()) {
      if (!known.containsKey(before.workerId())) {
        news.add(new LiveMessage("worker", before.removed()));
      }
    }
    told = known;
    return news;
  }

  /** Counters alone are news once a second. */
  private static boolean isNews(Worker worker, Worker before, boolean second) {
    return before == null
        || !worker.withoutCounters().equals(before.withoutCounters())
        || second && !worker.equals(before);
  }

  @Override
  public void forget() {
    told = Map.of();
  }
}
