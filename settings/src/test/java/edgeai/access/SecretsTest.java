package edgeai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @Test
  void aTokenIsRandomAndToldByItsShape() {
    Secret one = Secret.fresh();

    assertThat(one).isNotEqualTo(Secret.fresh());
    assertThat(Secret.isWritten(one.text())).isTrue();
    assertThat(Secret.isWritten(one.text() + "x")).isFalse();
    assertThat(one.hash()).matches("[0-9a-f]{64}").isEqualTo(new Secret(one.text()).hash());
    assertThat(one.toString()).doesNotContain(one.text());
  }

  @Test
  void aPasswordIsKnownAgainByWhatIsKeptOfIt() {
    Password kept = Password.of("correct horse battery".toCharArray());

    assertThat(new Password(kept.text()).matches("correct horse battery".toCharArray())).isTrue();
    assertThat(kept.matches("correct horse batterY".toCharArray())).isFalse();
    assertThat(kept.text()).doesNotContain("horse");
    assertThat(kept.toString()).doesNotContain(kept.text());
    assertThat(Password.of("correct horse battery".toCharArray())).isNotEqualTo(kept);
    assertThat(Password.NOBODYS.matches("".toCharArray())).isFalse();
  }

  @Test
  void aHashThatWouldTakeForEverIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Password("pbkdf2-sha256$99999999$AAAA$" + "A".repeat(44)));
  }

  @Test
  void aCodeCountsForAFewMinutesAndTries() {
    Instant now = Instant.parse("2026-11-29T10:00:00Z");
    String typed = JoinCode.fresh();
    JoinCode code = JoinCode.of(typed, now);

    assertThat(typed).matches("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
    assertThat(code.matches(typed)).isTrue();
    assertThat(code.matches("ABCD-EFGH-JKMN")).isFalse();
    assertThat(code.countsAt(now.plus(JoinCode.LIFE).minusMillis(1))).isTrue();
    assertThat(code.countsAt(now.plus(JoinCode.LIFE))).isFalse();
    assertThat(code.tried().tried().tried().tried().countsAt(now)).isTrue();
    assertThat(code.tried().tried().tried().tried().tried().countsAt(now)).isFalse();
  }

  @Test
  void aLifetimeIsReadAsItIsTyped() {
    assertThat(Lifetime.of("30d")).contains(Duration.ofDays(30));
    assertThat(Lifetime.of("12h")).contains(Duration.ofHours(12));
    assertThat(Lifetime.of("90m")).contains(Duration.ofMinutes(90));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0d", "30", "d", "-1d", "30 d", "9999999d", "1y", "1.5d"})
  void whatIsNoLifetimeIsNone(String typed) {
    assertThat(Lifetime.of(typed)).isEmpty();
  }

  @Test
  void aTokenOnItsWayLiesInAFileOfItsOwn(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own/token");
    Secret token = Secret.fresh();

    SentToken.write(file, token);
    assertThat(SentToken.read(file)).isEqualTo(token);

    Files.writeString(file, "something else");
    assertThatExceptionOfType(AccessException.class)
        .isThrownBy(() -> SentToken.read(file))
        .withMessageContaining("holds no token")
        .withMessageNotContaining("something");
  }

  @Test
  void rolesHoldWhatIsBelowThem() {
    assertThat(Role.ADMIN.includes(Role.NODE)).isTrue();
    assertThat(Role.OPERATOR.includes(Role.VIEWER)).isTrue();
    assertThat(Role.OPERATOR.includes(Role.NODE)).isFalse();
    assertThat(Role.NODE.includes(Role.VIEWER)).isFalse();
    assertThat(Role.VIEWER.includes(Role.OPERATOR)).isFalse();
  }
}
