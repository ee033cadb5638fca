package edgeai.common.alert;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Alert;
import edgeai.settings.SettingReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SituationsTest {
  private static final Instant START = Instant.parse("2026-11-22T10:15:30Z");

  private Situations situations = with(Map.of());
  private long alerts;

  private static Situations with(Map<String, String> settings) {
    return new Situations(AlertLimits.read(new SettingReader(settings::get)));
  }

  private static Alert alert(String jobId, String worker, String level, String label) {
    return new Alert(worker, 1, START, List.of(), List.of(label), level, "m", 1, 1, 1, jobId);
  }

  /** Whether a frame taken and judged at these seconds raises an alert. */
  private boolean isNews(Alert alert, double atS, double nowS) {
    Instant now = START.plusMillis((long) (nowS * 1000));
    long atMs = (long) (atS * 1000);
    if (situations.prolonged(alert, atMs, now).isPresent()) {
      return false;
    }
    situations.begun(alert, ++alerts, atMs, now);
    return true;
  }

  private boolean isPersonNews(double atS, double nowS) {
    return isNews(alert("job", "w", Alert.CRITICAL, "person"), atS, nowS);
  }

  private boolean isSlowNews(String worker, String job, double nowS) {
    return isNews(alert(job, worker, Alert.WARNING, "slow_inference"), nowS, nowS);
  }

  @Test
  void whatIsSeenAgainAndAgainIsOneSituationHoweverLongItLasts() {
    assertThat(isPersonNews(0, 0)).isTrue();
    for (int second = 50; second < 7_200; second += 50) {
      assertThat(isPersonNews(second, second)).isFalse();
    }
    assertThat(isPersonNews(7_150 + 59.999, 7_300)).isFalse();
    assertThat(isPersonNews(7_150 + 59.999 + 60, 7_400)).isTrue();
  }

  @Test
  void quietIsOfTheVideosOwnTimeHoweverFastItIsWorkedThrough() {
    assertThat(isPersonNews(0, 0)).isTrue();
    assertThat(isPersonNews(59, 500)).isFalse();
    assertThat(isPersonNews(300, 505)).isTrue();
  }

  @Test
  void noSecondOneComesWithinTheCooldown() {
    assertThat(isPersonNews(0, 0)).isTrue();
    assertThat(isPersonNews(300, 9.999)).isFalse();
    assertThat(isPersonNews(600, 10)).isTrue();
  }

  @Test
  void framesThatOvertookEachOtherDoNotEndIt() {
    assertThat(isPersonNews(100, 0)).isTrue();
    assertThat(isPersonNews(20, 20)).isFalse();
    assertThat(isPersonNews(159, 21)).isFalse();
  }

  @Test
  void withoutQuietTheCooldownAloneDecides() {
    situations = with(Map.of("ALERT_QUIET", "0", "ALERT_COOLDOWN", "10"));
    assertThat(isPersonNews(0, 0)).isTrue();
    assertThat(isPersonNews(6, 6)).isFalse();
    assertThat(isPersonNews(10, 10)).isTrue();
  }

  @Test
  void aSlowWorkerIsToldOfOnceWhateverJobItsFramesBelongTo() {
    assertThat(isSlowNews("w", "a", 0)).isTrue();
    for (int second = 1; second < 3_600; second += 30) {
      assertThat(isSlowNews("w", second % 2 == 0 ? "a" : "b", second)).isFalse();
      situations.quick("w");
    }
    assertThat(isSlowNews("other", "a", 3_600)).isTrue();
  }

  @Test
  void aWorkerIsWellAfterEnoughQuickFramesAndSomeTime() {
    assertThat(isSlowNews("w", "a", 0)).isTrue();
    for (int frame = 0; frame < Situations.WELL_FRAMES; frame++) {
      situations.quick("w");
    }
    assertThat(isSlowNews("w", "a", 299)).isFalse();
    for (int frame = 0; frame < Situations.WELL_FRAMES - 1; frame++) {
      situations.quick("w");
    }
    assertThat(isSlowNews("w", "a", 1_000)).isFalse();
    for (int frame = 0; frame < Situations.WELL_FRAMES; frame++) {
      situations.quick("w");
    }
    assertThat(isSlowNews("w", "a", 1_300)).isTrue();
  }

  @Test
  void whatTheLogDroppedIsNewsAgain() {
    assertThat(isPersonNews(0, 0)).isTrue();
    situations.forgetBut(number -> false);

    assertThat(isPersonNews(1, 1)).isTrue();
  }
}
