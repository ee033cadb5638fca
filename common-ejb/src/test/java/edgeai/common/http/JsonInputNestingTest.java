package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonInputNestingTest {
  private static JsonInput parse(String body) {
    return JsonInput.parse(Body.of(body));
  }

  private static int confidence(JsonInput item) {
    return item.object("box").integer("x1", 0, 10);
  }

  @Test
  void aListMayBeLeftOut() {
    assertThat(parse("{}").texts("labels")).isEmpty();
    assertThat(parse("{}").objects("detections", JsonInput::names)).isEmpty();
  }

  @Test
  void aListThatMustBeThereIsNotNullEither() {
    JsonInput strict = parse("{\"labels\": null}");
    for (JsonInput in : List.of(strict, strict.leniently())) {
      Refused refused = Problems.of(() -> in.requiredTexts("labels"));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.detail()).startsWith("labels must be a list");
    }
  }

  @Test
  void listsKeepTheirOrder() {
    assertThat(parse("{\"labels\": [\"car\", \"bus\", \"car\"]}").texts("labels"))
        .isEqualTo(List.of("car", "bus", "car"));
    assertThat(parse("{\"d\": [{\"b\": 1}, {\"a\": 1}]}").objects("d", JsonInput::names))
        .isEqualTo(List.of(List.of("b"), List.of("a")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null|labels must be a list, not null.",
        "\"car\"|labels must be a list, not \"car\".",
        "{}|labels must be a list, not {}.",
        "[1]|labels must be a list of strings, not 1.",
        "[\"car\", null]|labels must be a list of strings, not null.",
        "[\"\"]|labels must be 1 to 128 printable characters."
      })
  void aListOfTextsIsCheckedToItsLastEntry(String json, String detail) {
    assertThat(Problems.of(() -> parse("{\"labels\": " + json + "}").texts("labels")))
        .isEqualTo(new Refused(422, detail));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[]]|d must be a list of objects, not [].",
        "[{}]|d[].box is missing.",
        "[{\"box\": 3}]|d[].box must be an object, not 3.",
        "[{\"box\": {}}]|d[].box.x1 is missing.",
        "[{\"box\": {\"x1\": \"1\"}}]|d[].box.x1 must be an integer from 0 to 10, not \"1\"."
      })
  void aNestedFieldIsNamedByItsPath(String json, String detail) {
    assertThat(
            Problems.of(
                () ->
                    parse("{\"d\": " + json + "}").objects("d", JsonInputNestingTest::confidence)))
        .isEqualTo(new Refused(422, detail));
  }

  @Test
  void theIdOfANestedObjectIsNamedByItsPath() {
    assertThat(Problems.of(() -> parse("{\"d\": {\"id\": \"\"}}").object("d").id("id")).detail())
        .isEqualTo("d.id must be 1 to 128 printable characters.");
  }

  @Test
  void aListHoldsTenThousandEntries() {
    String most = String.join(",", Collections.nCopies(10_000, "\"a\""));

    assertThat(parse("{\"labels\": [" + most + "]}").texts("labels")).hasSize(10_000);
    assertThat(Problems.of(() -> parse("{\"labels\": [" + most + ",\"a\"]}").texts("labels")))
        .isEqualTo(new Refused(422, "labels has more than 10000 entries."));
  }
}
