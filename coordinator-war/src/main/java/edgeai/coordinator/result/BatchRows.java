package edgeai.coordinator.result;

import edgeai.common.guard.Announcer;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.frame.OpenFrames;
import edgeai.coordinator.frame.StoredOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;

/** Writes settled frames and what they change in the totals, and tells of them once durable. */
final class BatchRows {
  private final RunningTotals totals;
  private final StoredCounts counts;
  private final OpenFrames openFrames;
  private final Pace pace;
  private final Announcer announcer;

  BatchRows(
      RunningTotals totals,
      StoredCounts counts,
      OpenFrames openFrames,
      Pace pace,
      Announcer announcer) {
    this.totals = totals;
    this.counts = counts;
    this.openFrames = openFrames;
    this.pace = pace;
    this.announcer = announcer;
  }

  /** Within the writer's transaction. */
  void write(Connection connection, List<SettledFrame> frames) throws SQLException {
    if (frames.isEmpty()) {
      return; // an entry before this one took them all
    }
    BitSet now = FrameRow.insert(connection, frames.stream().map(SettledFrame::columns).toList());
    List<FrameResult> stored = now.stream().mapToObj(row -> frames.get(row).result()).toList();
    totals.add(TotalsChange.of(stored));
    stored.forEach(result -> counts.add(result.objectCounts()));
  }

  /** They are durable; on the writer's thread. */
  void committed(List<SettledFrame> frames) {
    try {
      totals.apply(TotalsChange.of(frames.stream().map(SettledFrame::result).toList()));
    } finally {
      frames.forEach(this::committed);
    }
  }

  /** Whatever is thrown, its job goes on. */
  private void committed(SettledFrame settled) {
    try {
      if (settled.result().hasCompleted()) {
        pace.frameStored(settled.frame());
      }
      openFrames.forget(settled.frame().id());
      settled.frame().stored().complete(new StoredOutcome(settled.result(), settled.model()));
      // before its job may end
      announcer.announce(new ResultStored(settled.result()));
    } finally {
      count(settled);
      settled.stored().complete(settled.result());
    }
  }

  /** It will never be durable, and no job waits for it. */
  void forgotten(SettledFrame settled, Throwable failure) {
    settled.frame().stored().completeExceptionally(failure);
    openFrames.forget(settled.frame().id());
    count(settled);
  }

  private static void count(SettledFrame settled) {
    settled.frame().source().progress().stored(settled.result(), settled.model());
  }
}
