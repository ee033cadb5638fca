package edgeai.coordinator.alert;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.result.FrameSeen;
import edgeai.coordinator.settings.TestSettings;
import edgeai.coordinator.store.TestLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class AlertJudgeTest {
  private final MutableClock clock = new MutableClock();

  private FrameSeen frame(long id, double ms) {
    return new FrameSeen(FrameResult.completed(id, "w", List.of(), ms, clock.instant()), null, 1);
  }

  @Test
  void aFrameThatWasNotInferredMakesNoSlowWorkerQuick(@TempDir Path folder) {
    try (TestLedger ledger = new TestLedger(folder)) {
      AlertLog log =
          new AlertLog(
              TestSettings.with(),
              ledger.database(),
              ledger.writer(),
              clock,
              (connection, alert) -> {},
              new FiredEvents());
      log.load();
      AlertJudge judge = new AlertJudge(TestSettings.with(), log);
      judge.prepare();

      judge.onFrame(frame(1, 60_000));
      for (int id = 2; id <= 40; id++) {
        judge.onFrame(new FrameSeen(frame(id, 0).result().reusing(1L, 0.0), null, 1));
      }
      clock.advance(Duration.ofMinutes(6));
      judge.onFrame(frame(41, 60_000));
      assertThat(log.newest()).singleElement().matches(alert -> alert.count() == 2);

      for (int id = 42; id <= 80; id++) {
        judge.onFrame(frame(id, 20));
      }
      clock.advance(Duration.ofMinutes(6));
      judge.onFrame(frame(81, 60_000));
      assertThat(log.newest()).hasSize(2);
    }
  }
}
