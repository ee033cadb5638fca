package edgeai.coordinator.metrics;

import edgeai.common.metrics.Figures;
import edgeai.coordinator.result.OtherResultRepository;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.LedgerWriter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What Prometheus sees of the database and its writer. */
@ApplicationScoped
public class LedgerMetrics {
  private final Database database;
  private final LedgerWriter ledger;
  private final OtherResultRepository others;

  @Inject
  LedgerMetrics(Database database, LedgerWriter ledger, OtherResultRepository others) {
    this.database = database;
    this.ledger = ledger;
    this.others = others;
  }

  /** For the container's proxy. */
  LedgerMetrics() {
    this(null, null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // the observer's event creates this bean; its metrics are made below
  }

  @PostConstruct
  void register() {
    database.showConnections();
    Figures.gauge("edge_ledger_queue_entries", "Entries waiting to be written.", ledger::depth);
    Figures.counter(
        "edge_other_results_removed_total",
        "Results of no job that made room for newer ones.",
        others::removed);
  }
}
