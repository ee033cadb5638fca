package edgeai.coordinator.roster;

import edgeai.audit.AuditActor;
import edgeai.common.audit.AuditTrail;
import edgeai.common.guard.Schedule;
import edgeai.common.wire.Worker;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.WorkerNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Has the audit log tell whose answers are not believed any more, and why. */
@ApplicationScoped
public class QuarantineWatch {
  /** Quarantines last much longer. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Fleet fleet;
  private final Roster roster;
  private final AuditTrail trail;
  private final Set<String> told = new HashSet<>();

  @Inject
  public QuarantineWatch(Fleet fleet, Roster roster, AuditTrail trail) {
    this.fleet = fleet;
    this.roster = roster;
    this.trail = trail;
  }

  /** For the container's proxy. */
  QuarantineWatch() {
    this(null, null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event, Schedule schedule) {
    schedule.every("quarantines for the audit log", PAUSE, this::look);
  }

  synchronized void look() {
    Set<String> now = new HashSet<>();
    for (WorkerNode node : fleet.nodes()) {
      if (node.isQuarantined()) {
        now.add(node.id());
        if (!told.contains(node.id())) {
          tell(roster.show(node), node.owner().name());
        }
      }
    }
    told.retainAll(now);
    told.addAll(now);
  }

  private void tell(Worker worker, String owner) {
    trail.note(
        AuditActor.ITSELF,
        "quarantine",
        worker.workerId(),
        0,
        "of %s: %s".formatted(owner, worker.refusal()));
  }
}
