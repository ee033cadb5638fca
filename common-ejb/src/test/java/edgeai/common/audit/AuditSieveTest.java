package edgeai.common.audit;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.audit.AuditActor;
import edgeai.audit.AuditEntry;
import edgeai.common.fixture.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditSieveTest {
  private final MutableClock clock = new MutableClock();
  private final AuditSieve sieve = new AuditSieve(clock.instant());
  private final List<AuditEntry> lines = new ArrayList<>();

  private static AuditActor stranger(String address) {
    return new AuditActor("", "none", "", address, "");
  }

  private static AuditActor anna() {
    return new AuditActor("anna", "account", "operator", "10.0.0.1", "");
  }

  private void send(AuditActor actor, String thing, int status) {
    sieve
        .pass(
            AuditEntry.once(
                clock.instant(), "coordinator", actor, "DELETE /jobs/{id}", thing, status, ""))
        .ifPresent(lines::add);
  }

  private void pass(Duration time) {
    clock.advance(time);
    lines.addAll(sieve.due(clock.instant()));
  }

  @Test
  void whatIsDoneIsToldOneByOne() {
    for (int i = 0; i < AuditSieve.DEEDS; i++) {
      send(anna(), "the same", 200);
    }
    assertThat(lines).hasSize(AuditSieve.DEEDS).allMatch(line -> line.times() == 1);
  }

  @Test
  void aRefusalIsToldAtOnceAndItsRepetitionsAsANumber() {
    for (int i = 0; i < 1_000; i++) {
      send(stranger("10.0.0.9"), "a1", 401);
    }
    assertThat(lines).hasSize(1);

    pass(AuditSieve.WINDOW);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1).times()).isEqualTo(999);
    assertThat(lines.get(1).thing()).isEqualTo("a1");

    send(stranger("10.0.0.9"), "a1", 401);
    assertThat(lines).as("news again").hasSize(3);
  }

  @Test
  void aFloodOfDifferentRefusalsIsCounted() {
    for (int i = 0; i < 20_000; i++) {
      send(stranger("10.0.0.9"), "job " + i, 403);
    }
    assertThat(lines).hasSize(AuditSieve.REFUSALS);

    pass(AuditSieve.PAUSE);
    AuditEntry summary = lines.getLast();
    assertThat(summary.what()).isEqualTo("further");
    assertThat(summary.actor().from()).isEqualTo("10.0.0.9");
    assertThat(summary.times()).isEqualTo(20_000 - AuditSieve.REFUSALS);
    assertThat(sieve.withheld()).isEqualTo(20_000 - AuditSieve.REFUSALS);
  }

  @Test
  void aFloodFromManyAddressesIsCountedAndHidesNothingThatIsDone() {
    for (int i = 0; i < 20_000; i++) {
      send(stranger("2001:db8::%x".formatted(i)), "job " + i, 401);
      if (i % 200 == 0) {
        send(anna(), "job " + i, 200);
      }
    }
    pass(AuditSieve.PAUSE);

    assertThat(lines).filteredOn(line -> line.actor().equals(anna())).hasSize(100);
    assertThat(lines).hasSizeLessThan(100 + AuditSieve.ALL_REFUSALS + 20);
    assertThat(lines.stream().mapToLong(AuditEntry::times).sum()).isEqualTo(20_100);
  }

  @Test
  void whoFloodsWithWhatIsAllowedHidesNoOthers() {
    for (int i = 0; i < 5_000; i++) {
      send(new AuditActor("liar", "token", "node", "10.0.0.5", ""), "w" + i, 201);
    }
    send(anna(), "a1", 200);
    assertThat(lines).hasSize(AuditSieve.DEEDS + 1);
    assertThat(lines.getLast().actor()).isEqualTo(anna());
  }

  @Test
  void inAnHourAFloodIsFewLines() {
    for (int minute = 0; minute < 60; minute++) {
      for (int i = 0; i < 200; i++) {
        send(stranger("10.%d.%d.9".formatted(minute, i)), "x" + minute + i, 401);
      }
      pass(Duration.ofMinutes(1));
    }
    assertThat(lines).as("of 12,000").hasSizeLessThan(5_000);
    assertThat(lines.stream().mapToLong(line -> line.line().length()).sum())
        .as("bytes: of 50 MB that there is room for, a day's flood takes less")
        .isLessThan(35_000_000 / 24);
  }
}
