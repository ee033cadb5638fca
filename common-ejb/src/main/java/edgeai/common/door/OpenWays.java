package edgeai.common.door;

import edgeai.common.guard.Schedule;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stays open for long: sockets, streams, places in a pool. Ends those of whoever was let in
 * and may not any more, within a second.
 */
@ApplicationScoped
public class OpenWays {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Door door;
  private final Schedule schedule;
  private final Map<Object, Open> open = new ConcurrentHashMap<>();

  private record Open(Asker asker, Runnable end) {}

  @Inject
  public OpenWays(Door door, Schedule schedule) {
    this.door = door;
    this.schedule = schedule;
  }

  /** For the container's proxy. */
  protected OpenWays() {
    this(null, null);
  }

  @PostConstruct
  void watch() {
    schedule.every("open ways", PAUSE, this::look);
  }

  /**
   * Notes one that is open until {@link #leave}, in the place of one by the same name.
   *
   * @param way by which it is known
   * @param end ends it, on another thread
   */
  public void enter(Object way, Asker asker, Runnable end) {
    if (asker.canLapse()) {
      open.put(way, new Open(asker, end));
    } else {
      open.remove(way);
    }
  }

  public void leave(Object way) {
    open.remove(way);
  }

  /** Sockets and streams that end with the token or the login that they came by. */
  public int count() {
    return open.size();
  }

  void look() {
    open.forEach(
        (way, one) -> {
          if (!door.stillAdmits(one.asker) && open.remove(way, one)) {
            one.end.run();
          }
        });
  }
}
