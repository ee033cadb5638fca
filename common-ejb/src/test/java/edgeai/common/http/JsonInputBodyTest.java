package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInputBodyTest {
  private static JsonInput parse(String body) {
    return JsonInput.parse(Body.of(body));
  }

  @Test
  void unknownFieldsAreIgnored() {
    assertThat(parse("{\"other\": [1], \"name\": \"a\"}").text("name")).isEqualTo("a");
  }

  @Test
  void namesComeInTheOrderOfTheBody() {
    assertThat(parse("{\"b\": 1, \"a\": null}").names()).isEqualTo(List.of("b", "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"text\"", "true", "null"})
  void aBodyThatIsNoObjectIsRefused(String body) {
    assertThat(Problems.of(() -> parse(body)))
        .isEqualTo(new Refused(422, "The body must be a JSON object."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":}",
        "{\"a\" 1}",
        "{'a': 1}",
        "nonsense",
        "{\"a\": NaN}",
        "{\"a\": 01}",
        "{\"a\": +1}",
        "{\"a\": Infinity}",
        "{\"a\": 1,}",
        "{} {}",
        "{}x",
        "\u0000"
      })
  void malformedJsonIsRefused(String body) {
    Refused refused = Problems.of(() -> parse(body));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).startsWith("The body is not valid JSON");
  }

  @Test
  void aSyntaxErrorNamesLineAndColumn() {
    assertThat(Problems.of(() -> parse("{\n  \"a\": x\n}")).detail())
        .startsWith("The body is not valid JSON (line 2, column ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void aHundredThousandLevelsAreRefused(String level) {
    Refused refused = Problems.of(() -> parse("{\"a\":" + level.repeat(100_000)));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).startsWith("The body is not valid JSON");
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 201, 990})
  void whatNestsDeeperThanAnybodyNeedsIsRefused(int levels) {
    assertThat(Problems.of(() -> parse(nested(levels))))
        .isEqualTo(
            new Refused(
                422, "The body is not valid JSON: it nests too deeply, or a number is too long."));
  }

  /** An object, and arrays within it. */
  private static String nested(int levels) {
    int arrays = levels - 1;
    return "{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}";
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 100_000})
  void invalidUtf8IsRefused(int blanks) {
    String text = "{\"name\": \"a?b\"" + " ".repeat(blanks) + "}";
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    body[11] = (byte) 0xC3;

    Refused refused =
        Problems.of(() -> JsonInput.parse(new ByteArrayInputStream(body)).text("name"));

    assertThat(refused.status()).isEqualTo(422);
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(parse("\ufeff{\"a\": 1}").whole("a", 0, 9)).isEqualTo(1);
  }

  @Test
  void sixtyLevelsAreTaken() {
    String body = "{\"deep\":" + "[".repeat(60) + "]".repeat(60) + "}";

    assertThat(parse(body).has("deep")).isTrue();
  }

  @Test
  void aBodyAtTheLimitIsTaken() {
    assertThat(JsonInput.parse(Body.of("{\"a\":1}"), 7).whole("a", 0, 9)).isEqualTo(1);
  }

  /** As where its client is gone. */
  @Test
  void aBodyThatBreaksOffIsItsSendersFault() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new EOFException();
          }
        };

    assertThat(Problems.of(() -> JsonInput.parse(broken)))
        .isEqualTo(new Refused(400, "The body breaks off before its end."));
  }

  @Test
  void aBodyOverTheLimitIsTooLarge() {
    assertThat(Problems.of(() -> JsonInput.parse(Body.of("{\"a\":1}"), 6)))
        .isEqualTo(new Refused(413, "The body is larger than the 6 bytes allowed."));
  }

  @Test
  void theUsualLimitIsOneMebibyte() {
    String body = "{\"a\":\"" + "x".repeat(1 << 20) + "\"}";

    assertThat(Problems.of(() -> parse(body)).status()).isEqualTo(413);
  }
}
