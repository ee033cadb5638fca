package edgeai.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.door.Way;
import edgeai.common.door.Ways;
import edgeai.settings.Program;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is committed says what the code says, of every call and of every field. */
class ApiDocumentsTest {
  private static final boolean REWRITE = Boolean.getBoolean("docs.rewrite");

  /** Pages, and what leads to them. */
  private static final Set<String> PAGES =
      Set.of("/", "/dashboard", "/dashboard/**", "/docs", "/docs/**", "/redoc");

  @ParameterizedTest
  @EnumSource(names = {"COORDINATOR", "ADMIN"})
  void theDocumentSaysWhatTheCodeSays(Program server) throws IOException {
    String made = ApiDocument.of(server);
    if (REWRITE) {
      Files.writeString(ApiDocument.file(server), made);
    }

    assertThat(Files.readString(ApiDocument.file(server)))
        .as(
            "rewrite it: mvn test -pl system-tests -am -Dtest=ApiDocumentsTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.rewrite=true")
        .isEqualTo(made);
  }

  @ParameterizedTest
  @EnumSource(names = {"COORDINATOR", "ADMIN"})
  void everyCallIsInItAndNoOther(Program server) throws IOException {
    Ways ways = Ways.of(server);
    Set<String> described = new TreeSet<>();
    committed(server)
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .keySet()
                    .forEach(
                        method -> {
                          Way way =
                              ways.taken(method.toUpperCase(Locale.ROOT), RoleFilter.plain(path));
                          described.add(way.method() + " " + way.pattern());
                        }));

    assertThat(described)
        .isEqualTo(
            ways.all().stream()
                .filter(way -> !PAGES.contains(way.pattern()))
                .map(way -> way.method() + " " + way.pattern())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @EnumSource(names = {"COORDINATOR", "ADMIN"})
  void everyCallHasANameOfItsOwn(Program server) throws IOException {
    List<String> names = new ArrayList<>();
    committed(server)
        .getJsonObject("paths")
        .values()
        .forEach(
            item ->
                item.asJsonObject()
                    .values()
                    .forEach(call -> names.add(call.asJsonObject().getString("operationId"))));

    assertThat(names)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("(?:get|post|put|delete)(?:[A-Z][a-z0-9]*)+"));
  }

  @ParameterizedTest
  @EnumSource(names = {"COORDINATOR", "ADMIN"})
  void everyCallFieldAndParameterHasItsWords(Program server) throws IOException {
    JsonObject document = committed(server);
    List<String> silent = new ArrayList<>();
    document
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .forEach((method, call) -> look(method + " " + path, call, silent)));
    document
        .getJsonObject("components")
        .getJsonObject("schemas")
        .forEach((name, schema) -> lookAtFields(name, schema.asJsonObject(), silent));

    assertThat(silent).isEmpty();
  }

  private static void look(String name, JsonValue call, List<String> silent) {
    JsonObject said = call.asJsonObject();
    if (!said.containsKey("summary") || !said.containsKey("tags")) {
      silent.add(name);
    }
    if (said.containsKey("parameters")) {
      said.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
          .filter(parameter -> !parameter.containsKey("description"))
          .forEach(parameter -> silent.add(name + " " + parameter.getString("name")));
    }
  }

  private static void lookAtFields(String name, JsonObject schema, List<String> silent) {
    if (schema.containsKey("properties")) {
      schema
          .getJsonObject("properties")
          .forEach(
              (field, about) -> {
                if (!about.asJsonObject().containsKey("description")) {
                  silent.add(name + "." + field);
                }
              });
    }
  }

  private static JsonObject committed(Program server) throws IOException {
    try (JsonReader reader =
        Json.createReader(new StringReader(Files.readString(ApiDocument.file(server))))) {
      return reader.readObject();
    }
  }
}
