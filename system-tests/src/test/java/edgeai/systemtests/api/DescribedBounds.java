package edgeai.systemtests.api;

import com.fasterxml.jackson.databind.JsonNode;
import edgeai.systemtests.fixture.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The bounds and choices of parameters, as a document has them and a server keeps to them. */
final class DescribedBounds {
  private final Http http;
  private final JsonNode document;

  DescribedBounds(Http http, JsonNode document) {
    this.http = http;
    this.document = document;
  }

  /**
   * Asserts that what the document allows is answered, and what it does not is refused, for calls
   * that read.
   *
   * @param parts what stands for the parameters of paths; calls with others are left out
   * @return the parameters that have bounds
   */
  List<String> assertThatTheyHold(Map<String, String> parts) {
    List<String> held = new ArrayList<>();
    DescribedCall.of(document)
        .filter(call -> call.method().equals("get") && !call.with(parts).contains("{"))
        .forEach(
            call -> {
              for (JsonNode parameter : call.told().path("parameters")) {
                String name = parameter.path("name").asText();
                if (holds(call.with(parts) + "?" + name + "=", parameter.path("schema"))) {
                  held.add(call.path() + " " + name);
                }
              }
            });
    return held;
  }

  private boolean holds(String query, JsonNode schema) {
    if (schema.has("minimum")) {
      long least = schema.path("minimum").asLong();
      long most = schema.path("maximum").asLong();
      http.get(query + least).expect(200);
      http.get(query + most).expect(200);
      http.get(query + (least - 1)).problem(422);
      http.get(query + (most + 1)).problem(422);
    }
    if (schema.has("enum")) {
      schema.path("enum").forEach(choice -> http.get(query + choice.asText()).expect(200));
      http.get(query + "no-such").problem(422);
    }
    return schema.has("minimum") || schema.has("enum");
  }
}
