package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInputNumberTest {
  private static JsonInput n(String value) {
    return JsonInput.parse(Body.of("{\"n\": " + value + "}"));
  }

  private static final JsonInput EMPTY = JsonInput.parse(Body.of("{}"));

  @ParameterizedTest
  @CsvSource({"12, 12", "12.0, 12", "1.2e1, 12", "0, 0", "-0, 0", "1e2, 100", "1200e-2, 12"})
  void aWholeNumberIsTakenHoweverItIsWritten(String json, long expected) {
    assertThat(n(json).whole("n", 0, 100)).isEqualTo(expected);
    assertThat(n(json).integer("n", 0, 100)).isEqualTo((int) expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "-1",
        "101",
        "1e30",
        "-1e30",
        "1e400",
        "1e-400",
        "\"12\"",
        "null",
        "true",
        "[]",
        "{}",
        "12.0000000001",
        "9223372036854775808",
        "\"NaN\""
      })
  void anythingElseIsNoWholeNumberInRange(String json) {
    Refused refused = Problems.of(() -> n(json).whole("n", 0, 100));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).startsWith("n must be an integer from 0 to 100, not ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "1e999999999", "1e-99999999999", "1e-999999999"})
  void anAbsurdExponentIsRefusedAtOnce(String json) {
    assertThat(Problems.of(() -> n(json).whole("n", 0, 100)).status()).isEqualTo(422);
    assertThat(Problems.of(() -> n(json).decimal("n", 1, 100)).status()).isEqualTo(422);
  }

  @Test
  void aNumberOfAHundredThousandDigitsIsRefused() {
    String digits = "9".repeat(100_000);

    assertThat(Problems.of(() -> n(digits).whole("n", 0, 100)).status()).isEqualTo(422);
    assertThat(Problems.of(() -> n("0." + digits).decimal("n", 1, 100)).status()).isEqualTo(422);
    assertThat(Problems.of(() -> n(digits).text("n")).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "12.0", "\"12\"", "\" 12.00 \"", "\"+12\"", "\"1.2e1\""})
  void aNumberMayBeWrittenAsTextWhereItIsReadLeniently(String json) {
    assertThat(n(json).leniently().whole("n", 0, 100)).isEqualTo(12);
    assertThat(n(json).leniently().decimal("n", 0, 100)).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "[12]",
        "{}",
        "\"\"",
        "\"12px\"",
        "\"0x0c\"",
        "\"NaN\"",
        "\"1e999\"",
        "null",
        "\"1,2\""
      })
  void whatIsNoNumberIsNoneHoweverItIsRead(String json) {
    assertThat(Problems.of(() -> n(json).leniently().whole("n", 0, 100)).status()).isEqualTo(422);
    assertThat(Problems.of(() -> n(json).leniently().decimal("n", 0, 100)).status()).isEqualTo(422);
  }

  @Test
  void nullIsAsGoodAsLeftOutWhereItIsReadLeniently() {
    assertThat(n("null").leniently().whole("n", 0, 100, 7)).isEqualTo(7);
    assertThat(Problems.of(() -> n("null").whole("n", 0, 100, 7)).status()).isEqualTo(422);
  }

  @Test
  void theBoundsBelongToTheRange() {
    long most = (1L << 53) - 1;

    assertThat(n(Long.toString(most)).whole("n", 1, most)).isEqualTo(most);
    assertThat(n("1").whole("n", 1, most)).isEqualTo(1);
    assertThat(Problems.of(() -> n("0").whole("n", 1, most)).status()).isEqualTo(422);
    assertThat(Problems.of(() -> n("9007199254740992").whole("n", 1, most)).status())
        .isEqualTo(422);
  }

  @Test
  void aMissingNumberIsNamed() {
    assertThat(Problems.of(() -> EMPTY.whole("n", 0, 1)))
        .isEqualTo(new Refused(422, "n is missing."));
    assertThat(Problems.of(() -> EMPTY.integer("n", 0, 1)))
        .isEqualTo(new Refused(422, "n is missing."));
    assertThat(Problems.of(() -> EMPTY.decimal("n", 0, 1)))
        .isEqualTo(new Refused(422, "n is missing."));
  }

  @Test
  void aFallbackStandsForAMissingNumberOnly() {
    assertThat(EMPTY.whole("n", 0, 10, 7)).isEqualTo(7);
    assertThat(EMPTY.decimal("n", 0, 10, 0.5)).isEqualTo(0.5);
    assertThat(n("3").whole("n", 0, 10, 7)).isEqualTo(3);
    assertThat(n("0.25").decimal("n", 0, 10, 0.5)).isEqualTo(0.25);
    assertThat(Problems.of(() -> n("null").whole("n", 0, 10, 7)).status()).isEqualTo(422);
    assertThat(Problems.of(() -> n("11").decimal("n", 0, 10, 7)).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0.4", "1, 1", "0, 0", "1e-400, 0", "1.0e0, 1"})
  void aDecimalInRangeIsTaken(String json, double expected) {
    assertThat(n(json).decimal("n", 0, 1)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.01", "-0.1", "1e400", "\"0.4\"", "null", "false", "\"NaN\""})
  void anythingElseIsNoDecimalInRange(String json) {
    assertThat(Problems.of(() -> n(json).decimal("n", 0, 1)).detail())
        .startsWith("n must be a number from 0 to 1, not ");
  }

  @Test
  void theMessageShowsTheValueCutShort() {
    assertThat(Problems.of(() -> n("\"" + "x".repeat(100) + "\"").whole("n", 0, 9)).detail())
        .isEqualTo("n must be an integer from 0 to 9, not \"" + "x".repeat(39) + "….");
  }
}
