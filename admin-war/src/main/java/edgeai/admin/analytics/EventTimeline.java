package edgeai.admin.analytics;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last hundred events in the order of their arrival. */
@ApplicationScoped
public class EventTimeline {
  private static final int KEPT = 100;

  private final LogRepository log;

  private final Deque<LoggedEvent.Entry> entries = new ArrayDeque<>();

  @Inject
  public EventTimeline(LogRepository log) {
    this.log = log;
  }

  /** For the container's proxy. */
  EventTimeline() {
    this(null);
  }

  @PostConstruct
  synchronized void load() {
    log.lastArrived(KEPT).forEach(event -> entries.addFirst(event.entry()));
  }

  synchronized void add(LoggedEvent event) {
    entries.addLast(event.entry());
    if (entries.size() > KEPT) {
      entries.removeFirst();
    }
  }

  /** Oldest first. */
  synchronized List<LoggedEvent.Entry> list() {
    return List.copyOf(entries);
  }
}
