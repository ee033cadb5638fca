package edgeai.common.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An OpenAPI document as one page to be read, without a script in it: the calls by their subjects,
 * then what goes in and comes out.
 */
final class ApiReading {
  private static final List<String> METHODS = List.of("get", "post", "put", "delete");

  private final JsonObject document;
  private final StringBuilder page = new StringBuilder();

  ApiReading(JsonObject document) {
    this.document = document;
  }

  /** The page, with a place for the nonce of its style. */
  String html() throws IOException {
    JsonObject info = document.getJsonObject("info");
    page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<title>%s</title>".formatted(ApiText.escaped(info.getString("title"))))
        .append("<link rel=\"icon\" type=\"image/png\" href=\"docs/favicon-32x32.png\">")
        .append("<style nonce=\"__CSP_NONCE__\">\n%s</style></head><body>\n".formatted(style()))
        .append("<nav><a href=\"dashboard/\">Dashboard</a> <a href=\"docs\">To try</a> ")
        .append("<a href=\"openapi.json\">OpenAPI document</a></nav>\n<main>\n")
        .append("<h1>%s</h1>\n".formatted(ApiText.escaped(info.getString("title"))))
        .append(ApiText.html(info.getString("description", "")));
    calls().forEach(this::subject);
    page.append("<h2 id=\"schemas\">What goes in and comes out</h2>\n");
    component("schemas").forEach((name, schema) -> schema(name, schema.asJsonObject()));
    return page.append("</main></body></html>\n").toString();
  }

  private static String style() throws IOException {
    try (InputStream in = ApiReading.class.getResourceAsStream("redoc.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private JsonObject component(String kind) {
    JsonObject all = document.getJsonObject("components").getJsonObject(kind);
    return all == null ? JsonValue.EMPTY_JSON_OBJECT : all;
  }

  private record Call(String method, String path, JsonObject operation) {}

  private Map<String, List<Call>> calls() {
    Map<String, List<Call>> bySubject = new LinkedHashMap<>();
    document
        .getJsonArray("tags")
        .getValuesAs(JsonObject.class)
        .forEach(tag -> bySubject.put(tag.getString("name"), new ArrayList<>()));
    document
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                METHODS.stream()
                    .filter(item.asJsonObject()::containsKey)
                    .map(verb -> new Call(verb, path, item.asJsonObject().getJsonObject(verb)))
                    .forEach(
                        call ->
                            bySubject
                                .computeIfAbsent(
                                    call.operation.getJsonArray("tags").getString(0),
                                    name -> new ArrayList<>())
                                .add(call)));
    return bySubject;
  }

  private void subject(String name, List<Call> calls) {
    page.append("<h2>%s</h2>\n".formatted(ApiText.escaped(name)));
    calls.forEach(this::call);
  }

  private void call(Call call) {
    JsonObject operation = call.operation;
    page.append(
            "<h3><code>%s %s</code></h3>\n"
                .formatted(call.method.toUpperCase(Locale.ROOT), ApiText.escaped(call.path)))
        .append(ApiText.html(operation.getString("summary", "")))
        .append(ApiText.html(operation.getString("description", "")));
    if (operation.containsKey("parameters")) {
      rows("parameter", operation.getJsonArray("parameters").getValuesAs(JsonObject.class));
    }
    if (operation.containsKey("requestBody")) {
      JsonObject body = operation.getJsonObject("requestBody");
      page.append("<p>Body: %s</p>\n".formatted(ApiText.content(body)))
          .append(ApiText.html(body.getString("description", "")))
          .append(ApiText.examples(body));
    }
    page.append("<table><tr><th>status</th><th>answer</th></tr>\n");
    operation.getJsonObject("responses").forEach((code, answer) -> answer(code, answer));
    page.append("</table>\n");
  }

  private void answer(String code, JsonValue answer) {
    JsonObject told = answer.asJsonObject();
    if (told.containsKey("$ref")) {
      String ref = told.getString("$ref");
      told = component("responses").getJsonObject(ref.substring(ref.lastIndexOf('/') + 1));
    }
    page.append(
        "<tr><td>%s</td><td>%s %s</td></tr>\n"
            .formatted(
                ApiText.escaped(code),
                ApiText.inline(told.getString("description", "")),
                code.startsWith("2") ? ApiText.content(told) : ""));
  }

  private void rows(String what, List<JsonObject> fields) {
    page.append("<table><tr><th>%s</th><th>type</th><th></th></tr>\n".formatted(what));
    for (JsonObject field : fields) {
      row(field.getString("name"), field.getJsonObject("schema"), field);
    }
    page.append("</table>\n");
  }

  private void row(String name, JsonObject schema, JsonObject described) {
    page.append(
        "<tr><td><code>%s</code></td><td>%s</td><td>%s</td></tr>\n"
            .formatted(
                ApiText.escaped(name),
                ApiText.type(schema),
                ApiText.inline(described.getString("description", ""))));
  }

  private void schema(String name, JsonObject schema) {
    page.append("<h3 id=\"%1$s\">%1$s</h3>\n".formatted(ApiText.escaped(name)))
        .append(ApiText.html(schema.getString("description", "")));
    if (schema.containsKey("properties")) {
      page.append("<table><tr><th>field</th><th>type</th><th></th></tr>\n");
      schema
          .getJsonObject("properties")
          .forEach((field, of) -> row(field, of.asJsonObject(), of.asJsonObject()));
      page.append("</table>\n");
    }
  }
}
