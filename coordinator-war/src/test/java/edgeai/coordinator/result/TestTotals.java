package edgeai.coordinator.result;

import edgeai.coordinator.store.TestLedger;

/** Totals outside the container. */
public final class TestTotals {
  private TestTotals() {}

  /** As they are read at start. */
  public static RunningTotals of(TestLedger ledger) {
    RunningTotals totals = new RunningTotals(ledger.database(), ledger.writer());
    totals.load();
    return totals;
  }
}
