package edgeai.coordinator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.QuietLog;
import edgeai.coordinator.settings.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class WorkerStandingTest {
  private final MutableClock clock = new MutableClock();

  private final Trust trust = trust(null);

  private Trust trust(Trust before) {
    return new Trust("a", false, new Reputation(false, clock), before, clock);
  }

  private WorkerStanding standing(String refusal) {
    return standing(refusal, trust);
  }

  private WorkerStanding standing(String refusal, Trust itsTrust) {
    return new WorkerStanding(
        TestPool.worker("a", 1), false, itsTrust, refusal, TestSettings.with().pool(), clock);
  }

  private WorkerStanding well() {
    return standing(null);
  }

  @Test
  void whoIsWellServesAndNothingIsKnownAgainstIt() {
    WorkerStanding standing = well();

    assertThat(standing.isServing()).isTrue();
    assertThat(standing.tryAcquire()).isTrue();
    assertThat(standing.trouble()).isNull();
    assertThat(standing.refusal()).isNull();
    assertThat(standing.hasAnswered()).isFalse();
  }

  @Test
  void whoIsRefusedGetsNoWorkAndTheReasonIsTold() {
    WorkerStanding standing = standing("its model is another");

    assertThat(standing.tryAcquire()).isFalse();
    assertThat(standing.refusal()).isEqualTo("its model is another");
    assertThat(standing.trouble()).isEqualTo("gets no frames: its model is another");
  }

  @Test
  void whoLeftGetsNoWork() {
    WorkerStanding standing = well();
    standing.leave();

    assertThat(standing.isGone()).isTrue();
    assertThat(standing.tryAcquire()).isFalse();
  }

  @Test
  void whoIsSilentGetsNoWorkUntilItIsHeard() {
    WorkerStanding standing = well();
    clock.advance(Duration.ofSeconds(20));

    assertThat(standing.tryAcquire()).isFalse();
    assertThat(standing.trouble()).isEqualTo("has been silent since 10:15:30 UTC");
    standing.heard();
    assertThat(standing.tryAcquire()).isTrue();
    assertThat(standing.trouble()).isNull();
  }

  @Test
  void anAnswerIsASignOfLifeAndAFailureIsNone() {
    WorkerStanding standing = well();
    clock.advance(Duration.ofSeconds(5));
    standing.failed("boom");
    assertThat(standing.silence()).isEqualTo(Duration.ofSeconds(5));
    standing.declined();
    assertThat(standing.silence()).isZero();
    clock.advance(Duration.ofSeconds(5));
    standing.succeeded();
    assertThat(standing.silence()).isZero();
  }

  @Test
  void whatItDoesEndsItsTroubleAndWhatItDeclinesDoesNot() {
    WorkerStanding standing = well();
    standing.failed("boom");
    standing.declined();

    assertThat(standing.hasAnswered()).isTrue();
    assertThat(standing.trouble()).isEqualTo("did not do its last frame (10:15:30 UTC: boom)");
    standing.succeeded();
    assertThat(standing.trouble()).isNull();
    assertThat(standing.lastErrorAt()).isNull();
  }

  @Test
  void whoFailsThreeTimesIsOfflineUntilThePauseIsOver() {
    WorkerStanding standing = well();
    for (int failure = 0; failure < 3; failure++) {
      assertThat(standing.tryAcquire()).isTrue();
      standing.failed("boom");
    }

    assertThat(standing.isOffline()).isTrue();
    assertThat(standing.isServing()).isTrue();
    assertThat(standing.tryAcquire()).isFalse();
    clock.advance(Duration.ofMillis(1_001));
    assertThat(standing.isOffline()).isFalse();
    assertThat(standing.tryAcquire()).isTrue();
    assertThat(standing.tryAcquire()).isFalse();
    standing.release();
    assertThat(standing.tryAcquire()).isTrue();
  }

  @Test
  void aQuarantineGoesOnInTheNextRegistration() {
    WorkerStanding standing = well();
    for (int lie = 0; lie < 3; lie++) {
      trust.implausible("answered about frame 7 instead");
    }

    WorkerStanding again = standing(null, trust(trust));
    assertThat(again.isServing()).isFalse();
    assertThat(again.trouble()).startsWith("is quarantined until 10:20:30 UTC");
    clock.advance(Quarantine.LENGTH);
    again.heard();
    assertThat(again.isServing()).isTrue();
    assertThat(again.trouble()).isNull();
  }
}
