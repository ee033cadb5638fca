package edgeai.common.store;

import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An entry that waits to be written.
 *
 * @param left run once it waits no more
 * @param done ends with it
 */
record PendingEntry(GroupWriter.Entry entry, Runnable left, CompletableFuture<Void> done) {
  private static final Logger LOG = Logger.getLogger(PendingEntry.class.getName());

  /** It is durable. */
  void succeed() {
    left.run();
    try {
      entry.committed();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.SEVERE, "what follows a commit failed", e);
    }
    done.complete(null);
  }

  /** It never will be; of no effect once it was known to be durable or not. */
  void fail(Throwable reason) {
    if (done.completeExceptionally(reason)) {
      left.run();
    }
  }
}
