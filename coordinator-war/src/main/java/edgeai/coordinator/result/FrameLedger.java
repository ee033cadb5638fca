package edgeai.coordinator.result;

import edgeai.common.wire.FrameResult;
import edgeai.coordinator.store.LedgerWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Brings settled frames into the ledger. All that come while an entry waits for the writer go with
 * it, in one batch: the faster they come, the larger it is. One that nobody waits for alone gives
 * others a moment to come. Thread-safe.
 */
final class FrameLedger {
  /** Frames of one entry: as many as one transaction is to lose where one of them is refused. */
  static final int BATCH = 256;

  /** Frames that wait; who has one more waits for room. */
  static final int MOST = 4_096;

  private final LedgerWriter ledger;
  private final BatchRows rows;
  private final Semaphore room = new Semaphore(MOST);
  private final Queue<SettledFrame> waiting = new ArrayDeque<>();
  private int entries;

  /** Something waits that may not wait for others. */
  private boolean urgent;

  FrameLedger(LedgerWriter ledger, BatchRows rows) {
    this.ledger = ledger;
    this.rows = rows;
  }

  /** Waits for room; the future ends when it is durable. */
  CompletableFuture<FrameResult> store(SettledFrame settled) {
    if (settled.waitsForRoom()) {
      room.acquireUninterruptibly();
    }
    if (isFirstOfEntry(settled)) {
      submit(new Batch());
    }
    return settled.stored();
  }

  private synchronized boolean isFirstOfEntry(SettledFrame settled) {
    waiting.add(settled);
    boolean hastens = !settled.mayWait() && !urgent;
    if (!hastens && waiting.size() <= entries * BATCH) {
      return false;
    }
    urgent |= hastens;
    entries++;
    return true;
  }

  private synchronized boolean mayWait() {
    return !urgent;
  }

  /** What may wait does not wait any longer. */
  void hurry() {
    if (hastens()) {
      submit(new Batch());
    }
  }

  private synchronized boolean hastens() {
    boolean hastens = !urgent && !waiting.isEmpty();
    urgent |= hastens;
    entries += hastens ? 1 : 0;
    return hastens;
  }

  private synchronized List<SettledFrame> take() {
    entries--;
    List<SettledFrame> taken = new ArrayList<>();
    while (!waiting.isEmpty() && taken.size() < BATCH) {
      taken.add(waiting.remove());
    }
    urgent &= !waiting.isEmpty();
    return taken;
  }

  /** Past the ledger's own limit, since frames have theirs here. */
  private void submit(Batch batch) {
    ledger
        .submitUrgently(batch)
        .whenComplete(
            (nothing, failure) -> {
              if (failure != null) {
                failed(batch.frames(), failure);
              }
            });
  }

  /** One that cannot be stored takes no other with it. */
  private void failed(List<SettledFrame> frames, Throwable failure) {
    if (frames.size() > 1) {
      frames.forEach(settled -> submit(new Batch(List.of(settled))));
      return;
    }
    for (SettledFrame settled : frames) {
      leave(settled);
      if (settled.result().hasCompleted()) {
        store(settled.refused());
      } else {
        rows.forgotten(settled, failure);
      }
      settled.stored().completeExceptionally(failure);
    }
  }

  private void leave(SettledFrame settled) {
    if (settled.waitsForRoom()) {
      room.release();
    }
  }

  /** Frames that are stored together. */
  private final class Batch implements LedgerWriter.Entry {
    private List<SettledFrame> frames;

    /** Of those that wait when the writer comes to it. */
    Batch() {
      this(null);
    }

    Batch(List<SettledFrame> frames) {
      this.frames = frames;
    }

    private synchronized List<SettledFrame> frames() {
      frames = frames == null ? take() : frames;
      return frames;
    }

    @Override
    public boolean mayWait() {
      return FrameLedger.this.mayWait();
    }

    @Override
    public void write(Connection connection) throws SQLException {
      rows.write(connection, frames());
    }

    @Override
    public int size() {
      return frames().size();
    }

    @Override
    public void committed() {
      frames().forEach(FrameLedger.this::leave);
      rows.committed(frames());
    }
  }
}
