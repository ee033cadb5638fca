package edgeai.common.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.FolderNames;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingReaderTest {
  private static final SettingReader UNSET = new SettingReader(name -> null);

  private static SettingReader x(String value) {
    return new SettingReader(Map.of("X", value)::get);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void anEmptyValueCountsAsUnset(String value) {
    SettingReader in = x(value);

    assertThat(in.text("X")).isEmpty();
    assertThat(in.text("X", "fallback")).isEqualTo("fallback");
    assertThat(in.integer("X", 7, 0, 9)).isEqualTo(7);
    assertThat(in.whole("X", 7, 0, 9)).isEqualTo(7);
    assertThat(in.decimal("X", 0.5, 0, 1)).isEqualTo(0.5);
    assertThat(in.flag("X", true)).isTrue();
    assertThat(in.address("X")).isEmpty();
    assertThat(in.path("X")).isEmpty();
    assertThat(in.list("X")).isEmpty();
  }

  @Test
  void blanksAroundAValueAreDropped() {
    assertThat(x("  a b ").text("X", "")).isEqualTo("a b");
    assertThat(x(" 8 ").integer("X", 0, 0, 9)).isEqualTo(8);
  }

  @Test
  void theBoundsBelongToTheRange() {
    assertThat(x("1").integer("X", 5, 1, 9)).isEqualTo(1);
    assertThat(x("9").integer("X", 5, 1, 9)).isEqualTo(9);
    assertThat(x("0").decimal("X", 0.5, 0, 1)).isZero();
    assertThat(x("1e0").decimal("X", 0.5, 0, 1)).isEqualTo(1);
    assertThat(x("9223372036854775807").whole("X", 1, 1, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10", "-1", "5.0", "five", "0x5", "5 5", "99999999999999999999"})
  void aWholeNumberOutOfRangeNamesVariableValueAndWhatIsAllowed(String value) {
    assertThatThrownBy(() -> x(value).integer("X", 5, 1, 9))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("X=%s is not valid: a whole number from 1 to 9".formatted(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1.1", "NaN", "Infinity", "half", "0,5"})
  void aDecimalOutOfRangeNamesVariableValueAndWhatIsAllowed(String value) {
    assertThatThrownBy(() -> x(value).decimal("X", 0.5, 0, 1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("X=%s is not valid: a number from 0.0 to 1.0".formatted(value));
  }

  @ParameterizedTest
  @CsvSource({
    "true, true", "TRUE, true", "1, true", "yes, true", "on, true",
    "false, false", "False, false", "0, false", "no, false", "off, false"
  })
  void aFlagMayBeSaidInSeveralWays(String value, boolean expected) {
    assertThat(x(value).flag("X", !expected)).isEqualTo(expected);
  }

  @Test
  void anotherFlagIsRefused() {
    assertThatThrownBy(() -> x("perhaps").flag("X", true))
        .hasMessage("X=perhaps is not valid: true or false");
  }

  @ParameterizedTest
  @CsvSource({
    "http://192.168.1.20:8000, http://192.168.1.20:8000",
    "http://admin:8001/, http://admin:8001",
    "https://edge.example.org//, https://edge.example.org",
    "http://[::1]:8000, http://[::1]:8000"
  })
  void anAddressLosesItsTrailingSlashes(String value, URI expected) {
    assertThat(x(value).address("X")).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.168.1.20:8000",
        "ftp://host",
        "http://",
        "http:///path",
        "http://a b",
        "host"
      })
  void anAddressOfAnotherKindIsRefused(String value) {
    assertThatThrownBy(() -> x(value).address("X"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("X=%s is not valid: an address such as http://192.168.1.20:8000", value);
  }

  @Test
  void anAddressWithAPasswordIsRefusedAndNotShown() {
    assertThatThrownBy(() -> x("http://me:secret@192.168.1.20:8000").address("X"))
        .hasMessage(
            "X=... is not valid: an address such as http://192.168.1.20:8000, without user and"
                + " password");
  }

  @Test
  void aPathBecomesAbsolute() {
    assertThat(x("models/../yolo.onnx").path("X")).contains(Path.of("yolo.onnx").toAbsolutePath());
    assertThatThrownBy(() -> x("a\u0000b").path("X"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("a path of this machine");
  }

  @Test
  void aListIsSeparatedByCommas() {
    assertThat(x("a, b ,,c,").list("X")).isEqualTo(List.of("a", "b", "c"));
    assertThat(UNSET.list("X")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "cpu", "cuda", "cuda:0", "cuda:12"})
  void theProvidersThereAreAreTaken(String value) {
    assertThat(new SettingReader(Map.of("PROVIDER", value)::get).provider()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CPU", "gpu", "cuda:", "cuda:x", "cuda:1000", "tensorrt"})
  void anotherProviderIsRefused(String value) {
    assertThatThrownBy(() -> new SettingReader(Map.of("PROVIDER", value)::get).provider())
        .hasMessage("PROVIDER=%s is not valid: auto, cpu, cuda or cuda:n", value);
  }

  @Test
  void theProviderIsFoundByItselfWhereNoneIsSet() {
    assertThat(UNSET.provider()).isEqualTo("auto");
  }

  @Test
  void aPathIsTakenAsItIsWritten() {
    Path awful = Path.of("/data").resolve(FolderNames.WITH_EVERYTHING + " ");
    assertThat(x(awful.toString()).path("X")).contains(awful);
    assertThat(x("~/data").path("X")).contains(Path.of(System.getProperty("user.home"), "data"));
    assertThat(x("/~/data").path("X")).contains(Path.of("/~/data"));
  }
}
