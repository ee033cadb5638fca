package edgeai.coordinator.report;

import edgeai.common.admin.AdminLink;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Hands the rows of the outbox over to what is owed to the admin server, the oldest first. */
final class OutboxDelivery implements Runnable {
  /** How often it is run. */
  static final Duration PERIOD = Duration.ofMillis(500);

  /** Rows of one step. */
  private static final int ROWS = 500;

  private final Outbox outbox;
  private final AdminLink link;
  private CompletableFuture<Void> deleting = CompletableFuture.completedFuture(null);

  OutboxDelivery(Outbox outbox, AdminLink link) {
    this.outbox = outbox;
    this.link = link;
  }

  /** One step; never waits for the database to write. A row that the disk does not take stays. */
  @Override
  public void run() {
    if (!deleting.isDone()) {
      return;
    }
    Outbox.Row last = null;
    for (Outbox.Row row : outbox.oldest(ROWS)) {
      if (!link.tryToOweAlert(row.json())) {
        break;
      }
      last = row;
    }
    if (last != null) {
      deleting = outbox.delete(last);
    }
  }
}
