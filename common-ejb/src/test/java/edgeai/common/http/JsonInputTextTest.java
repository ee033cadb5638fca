package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInputTextTest {
  private static final JsonInput EMPTY = JsonInput.parse(Body.of("{}"));

  private static JsonInput raw(String value) {
    return JsonInput.parse(Body.of("{\"t\": " + value + "}"));
  }

  private static JsonInput t(String text) {
    return JsonInput.of(Json.createObjectBuilder().add("t", text).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "null", "true", "[\"a\"]", "{}"})
  void onlyAStringIsAString(String json) {
    String expected = "t must be a string, not " + json + ".";

    assertThat(Problems.of(() -> raw(json).text("t"))).isEqualTo(new Refused(422, expected));
    assertThat(Problems.of(() -> raw(json).longText("t"))).isEqualTo(new Refused(422, expected));
    assertThat(Problems.of(() -> raw(json).id("t"))).isEqualTo(new Refused(422, expected));
    assertThat(Problems.of(() -> raw(json).instant("t"))).isEqualTo(new Refused(422, expected));
  }

  @Test
  void aMissingTextIsNamed() {
    Refused missing = new Refused(422, "t is missing.");

    assertThat(Problems.of(() -> EMPTY.text("t"))).isEqualTo(missing);
    assertThat(Problems.of(() -> EMPTY.longText("t"))).isEqualTo(missing);
    assertThat(Problems.of(() -> EMPTY.id("t"))).isEqualTo(missing);
    assertThat(Problems.of(() -> EMPTY.instant("t"))).isEqualTo(missing);
  }

  @Test
  void aFallbackStandsForAMissingText() {
    assertThat(EMPTY.text("t", "x")).isEqualTo("x");
    assertThat(EMPTY.text("t", null)).isNull();
    assertThat(t("a").text("t", "x")).isEqualTo("a");
    assertThat(Problems.of(() -> raw("null").text("t", "x")).status()).isEqualTo(422);
  }

  @Test
  void aTextHolds4096Characters() {
    assertThat(t("x".repeat(4096)).text("t")).hasSize(4096);
    assertThat(Problems.of(() -> t("x".repeat(4097)).text("t")))
        .isEqualTo(new Refused(422, "t is longer than 4096 characters."));
    assertThat(t("x".repeat(4097)).longText("t")).hasSize(4097);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "wörker-1", "with blank", "🚗", "a/b?c=d%20", "\"quoted\"", "<b>"})
  void anIdIsAnyPrintableText(String id) {
    assertThat(t(id).id("t")).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a\nb",
        "\t",
        "\u0000",
        "\u007f",
        "a\u200bb",
        "\u202e",
        "\u2028",
        "\ud800",
        "\ufeff"
      })
  void anIdWithWhatCannotBePrintedIsRefused(String id) {
    assertThat(Problems.of(() -> PrintableId.require("t", id)))
        .isEqualTo(new Refused(422, "t must be 1 to 128 printable characters."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "🚗"})
  void anIdHolds128Characters(String character) {
    String longest = character.repeat(128);

    assertThat(t(longest).id("t")).isEqualTo(longest);
    assertThat(Problems.of(() -> t(longest + character).id("t")).status()).isEqualTo(422);
  }

  @Test
  void aChoiceIsOneOfThoseAllowed() {
    List<String> allowed = List.of("info", "warning");

    assertThat(EMPTY.choice("t", "info", allowed)).isEqualTo("info");
    assertThat(t("warning").choice("t", "info", allowed)).isEqualTo("warning");
    assertThat(Problems.of(() -> t("INFO").choice("t", "info", allowed)))
        .isEqualTo(new Refused(422, "t must be one of info, warning."));
  }

  @Test
  void anInstantIsReadOrNamed() {
    assertThat(t("2026-11-22T10:15:30Z").instant("t"))
        .isEqualTo(Instant.parse("2026-11-22T10:15:30Z"));
    assertThat(Problems.of(() -> t("today").instant("t")))
        .isEqualTo(new Refused(422, "t must be an ISO 8601 instant such as 2026-11-22T10:15:30Z."));
  }

  @Test
  void thereIsAndThereIsAValueAreTwoThings() {
    assertThat(raw("null").has("t")).isTrue();
    assertThat(raw("null").hasValue("t")).isFalse();
    assertThat(raw("0").hasValue("t")).isTrue();
    assertThat(EMPTY.has("t")).isFalse();
    assertThat(EMPTY.hasValue("t")).isFalse();
  }
}
