package edgeai.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingReaderTest {
  private static final Setting<String> TEXT = x(Kind.text(), Fallback.to("fallback"));
  private static final Setting<Integer> DIGIT = x(Kind.integer(1, 9), Fallback.to(7));
  private static final Setting<Long> LONG = x(Kind.whole(1, Long.MAX_VALUE), Fallback.to(7L));
  private static final Setting<Double> SHARE = x(Kind.decimal(0, 1), Fallback.to(0.5));
  private static final Setting<Boolean> FLAG = x(Kind.flag(), Fallback.to(true));
  private static final Setting<URI> ADDRESS = x(Kind.address(), Fallback.none());
  private static final Setting<Path> PATH = x(Kind.path(), Fallback.none());
  private static final Setting<Path> PATH_OR = x(Kind.pathOr("street, coco"), Fallback.none());
  private static final Setting<List<String>> LIST = x(Kind.list(), Fallback.none());

  private static <T> Setting<T> x(Kind<T> kind, Fallback<T> fallback) {
    return Setting.of("X", kind, fallback, "for this test", Program.WORKER);
  }

  private static SettingReader x(String value) {
    return new SettingReader(Map.of("X", value)::get);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void anEmptyValueCountsAsUnset(String value) {
    SettingReader in = x(value);

    assertThat(in.given(TEXT)).isEmpty();
    assertThat(in.value(TEXT)).isEqualTo("fallback");
    assertThat(in.value(DIGIT)).isEqualTo(7);
    assertThat(in.value(LONG)).isEqualTo(7);
    assertThat(in.value(SHARE)).isEqualTo(0.5);
    assertThat(in.value(FLAG)).isTrue();
    assertThat(in.find(ADDRESS)).isEmpty();
    assertThat(in.find(PATH)).isEmpty();
    assertThat(in.find(LIST)).isEmpty();
  }

  @Test
  void blanksAroundAValueAreDropped() {
    assertThat(x("  a b ").value(TEXT)).isEqualTo("a b");
    assertThat(x(" 8 ").value(DIGIT)).isEqualTo(8);
  }

  @Test
  void aWordInAPathsPlaceStaysAsItIsWritten() {
    assertThat(x("coco").value(PATH_OR)).isEqualTo(Path.of("coco"));
    assertThat(x("coco").written(PATH_OR)).contains("coco");
    assertThat(x("./coco").value(PATH_OR)).isEqualTo(Path.of("coco").toAbsolutePath());
    assertThat(x("coco.onnx").value(PATH_OR)).isEqualTo(Path.of("coco.onnx").toAbsolutePath());
    assertThat(PATH_OR.kind().located(Path.of("/etc"), "street")).isEqualTo("street");
    assertThat(PATH_OR.kind().located(Path.of("/etc"), "m.onnx")).isEqualTo("/etc/m.onnx");
  }

  @Test
  void theBoundsBelongToTheRange() {
    assertThat(x("1").value(DIGIT)).isEqualTo(1);
    assertThat(x("9").value(DIGIT)).isEqualTo(9);
    assertThat(x("0").value(SHARE)).isZero();
    assertThat(x("1e0").value(SHARE)).isEqualTo(1);
    assertThat(x("9223372036854775807").value(LONG)).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10", "-1", "5.0", "five", "0x5", "5 5", "99999999999999999999"})
  void aWholeNumberOutOfRangeNamesVariableValueAndWhatIsAllowed(String value) {
    assertThatThrownBy(() -> x(value).value(DIGIT))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("X=%s is not valid: a whole number from 1 to 9".formatted(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1.1", "NaN", "Infinity", "half", "0,5"})
  void aDecimalOutOfRangeNamesVariableValueAndWhatIsAllowed(String value) {
    assertThatThrownBy(() -> x(value).value(SHARE))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("X=%s is not valid: a number from 0.0 to 1.0".formatted(value));
  }

  @ParameterizedTest
  @CsvSource({
    "true, true", "TRUE, true", "1, true", "yes, true", "on, true",
    "false, false", "False, false", "0, false", "no, false", "off, false"
  })
  void aFlagMayBeSaidInSeveralWays(String value, boolean expected) {
    assertThat(x(value).value(FLAG)).isEqualTo(expected);
  }

  @Test
  void anotherFlagIsRefused() {
    assertThatThrownBy(() -> x("perhaps").value(FLAG))
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
    assertThat(x(value).find(ADDRESS)).contains(expected);
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
    assertThatThrownBy(() -> x(value).find(ADDRESS))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("X=%s is not valid: an address such as http://192.168.1.20:8000", value);
  }

  @Test
  void anAddressWithAPasswordIsRefusedAndNotShown() {
    assertThatThrownBy(() -> x("http://me:secret@192.168.1.20:8000").find(ADDRESS))
        .hasMessage(
            "X=... is not valid: an address such as http://192.168.1.20:8000, without user and"
                + " password");
  }

  @Test
  void aPathBecomesAbsolute() {
    assertThat(x("models/../yolo.onnx").find(PATH)).contains(Path.of("yolo.onnx").toAbsolutePath());
    assertThatThrownBy(() -> x("a\u0000b").find(PATH))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("a path of this machine");
  }

  @Test
  void aListIsSeparatedByCommas() {
    assertThat(x("a, b ,,c,").find(LIST)).contains(List.of("a", "b", "c"));
  }

  @Test
  void timesAreWrittenInTheirUnit() {
    assertThat(x("2.5").find(x(Kind.seconds(0, 9), Fallback.none())))
        .contains(Duration.ofMillis(2_500));
    assertThat(x("250").find(x(Kind.milliseconds(0, 999), Fallback.none())))
        .contains(Duration.ofMillis(250));
    assertThat(x("3").find(x(Kind.days(1, 9), Fallback.none()))).contains(Duration.ofDays(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "cpu", "cuda", "cuda:0", "cuda:12"})
  void theProvidersThereAreAreTaken(String value) {
    assertThat(provider(value)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CPU", "gpu", "cuda:", "cuda:x", "cuda:1000", "tensorrt"})
  void anotherProviderIsRefused(String value) {
    assertThatThrownBy(() -> provider(value))
        .hasMessage("PROVIDER=%s is not valid: auto, cpu, cuda or cuda:n", value);
  }

  @Test
  void aPathIsTakenAsItIsWritten() {
    Path awful = Path.of("/data/ü é 李 #+'$&()%20 % [x] ;a=b ! ~ @f <> | \\n ${edge.host} :p\n2 ");
    assertThat(x(awful.toString()).find(PATH)).contains(awful);
    assertThat(x("~/data").find(PATH)).contains(Path.of(System.getProperty("user.home"), "data"));
    assertThat(x("/~/data").find(PATH)).contains(Path.of("/~/data"));
  }

  private static String provider(String value) {
    return new SettingReader(Map.of("PROVIDER", value)::get).value(InferenceCatalogue.PROVIDER);
  }
}
