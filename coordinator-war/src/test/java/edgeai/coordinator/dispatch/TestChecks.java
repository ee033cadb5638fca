package edgeai.coordinator.dispatch;

import edgeai.common.metrics.StageTimes;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.settings.TestSettings;

/** Spot checks outside the container. */
public final class TestChecks {
  private TestChecks() {}

  /** Of a pool in which no frame is done twice to compare. */
  public static SpotChecks none(TestPool pool) {
    return new SpotChecks(
        pool.fleet(),
        null,
        new DispatchFigures(new StageTimes()),
        TestSettings.with("SPOT_CHECK_SHARE", "0"));
  }
}
