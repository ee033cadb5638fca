package edgeai.coordinator.result;

import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.MutableClock;
import edgeai.coordinator.frame.OpenFrames;
import edgeai.coordinator.model.ModelPace;
import edgeai.coordinator.store.TestLedger;

/** The stage of results outside the container. */
final class TestStage {
  private TestStage() {}

  /**
   * @param totals which its results are added to
   * @param counts told of what it stored
   * @param events which it announces
   */
  static ResultStage of(
      TestLedger ledger, RunningTotals totals, StoredCounts counts, FiredEvents events) {
    return of(ledger, totals, counts, events, new ModelPace());
  }

  static ResultStage of(
      TestLedger ledger,
      RunningTotals totals,
      StoredCounts counts,
      FiredEvents events,
      ModelPace models) {
    MutableClock clock = new MutableClock();
    Pace pace = new Pace(clock);
    pace.start();
    OtherResultRepository others = new OtherResultRepository(ledger.database(), ledger.writer());
    others.start();
    return new ResultStage(
        ledger.writer(), totals, new OpenFrames(), counts, others, clock, pace, models, events);
  }
}
