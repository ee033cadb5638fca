package edgeai.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import edgeai.settings.Program;
import edgeai.systemtests.fixture.AnswerCheck;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A server that runs, and the document that says what it answers. */
final class DescribedServer {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String JSON = "application/json";

  /** What a page loads. */
  private static final Pattern LOADED = Pattern.compile("(?:src|<link[^>]*href)=\"([^\"]+)\"");

  private final Program program;
  private final Http http;
  private final JsonNode document;

  DescribedServer(Program program, Http http) throws IOException {
    this.program = program;
    this.http = http;
    this.document = MAPPER.readTree(Files.readString(ApiDocument.file(program)));
  }

  /** Asserts that it serves what is committed, and no other document. */
  void assertThatTheDocumentIsServed() throws IOException {
    Reply served = http.get("/openapi.json").expect(200);
    assertThat(served.header("Content-Type")).startsWith(JSON);
    assertThat(served.text()).isEqualTo(Files.readString(ApiDocument.file(program)));
    http.get("/openapi").problem(403); // the platform's own, which is off
  }

  /** Asserts that both pages are there, load what they name from here, and nothing else. */
  void assertThatThePagesNeedNobodyElse() {
    for (String path : List.of("/docs", "/redoc")) {
      Reply page = http.get(path, "Accept", "text/html").expect(200);
      assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
      assertThat(page.header("Content-Security-Policy"))
          .contains("default-src 'self';", "script-src 'self';", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "http:", "https:", "*");
      List<String> loaded =
          LOADED.matcher(page.text()).results().map(found -> found.group(1)).toList();
      assertThat(loaded).as(path).noneMatch(name -> name.contains(":") || name.startsWith("/"));
      loaded.forEach(name -> http.get("/" + name).expect(200));
      assertThat(loaded).as(path).isNotEmpty();
      assertThat(page.text()).doesNotContain("__CSP_NONCE__");
    }
    assertThat(http.get("/docs/swagger-ui-bundle.js").header("Content-Type"))
        .startsWith("text/javascript");
    http.get("/docs/nothing.js").problem(404);
    http.get("/docs/index.html").problem(404);
  }

  /** Asserts that the page to read has every call and every schema, and no script. */
  void assertThatAllCanBeRead() {
    String page = http.get("/redoc").expect(200).text();
    assertThat(page).doesNotContain("<script");
    document
        .path("paths")
        .fieldNames()
        .forEachRemaining(path -> assertThat(page).contains(" " + path + "</code>"));
    document
        .path("components")
        .path("schemas")
        .fieldNames()
        .forEachRemaining(name -> assertThat(page).contains("id=\"" + name + "\""));
  }

  /**
   * Asserts of each call that reads JSON that its answer is as the document says.
   *
   * @param parts what stands for the parameters of paths; calls with others are left out
   * @return the calls that were made, with the status of each
   */
  Map<String, Integer> assertThatAnswersAreAsDescribed(Map<String, String> parts) {
    Map<String, Integer> made = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            item -> {
              String path = item.getKey();
              for (Map.Entry<String, String> part : parts.entrySet()) {
                path = path.replace("{" + part.getKey() + "}", part.getValue());
              }
              if (item.getValue().has("get") && !path.contains("{") && isJson(item.getValue())) {
                Reply answer = http.get(path, "Accept", JSON);
                made.put(item.getKey(), answer.status());
                assertThatItIsAsDescribed("get", item.getKey(), answer);
              }
            });
    return made;
  }

  /**
   * Asserts of each call that it refuses as the document says: who is not known, a page of another
   * site, what there is not, a body of another type, one that is no JSON, none that is meant, and
   * one that is too large.
   *
   * @return how often there was which status
   */
  Map<Integer, Integer> assertThatRefusalsAreAsDescribed() {
    WrongCalls wrong = new WrongCalls(http);
    Map<Integer, Integer> statuses = new TreeMap<>();
    List<String> findings = new ArrayList<>();
    DescribedCall.of(document)
        .forEach(
            call ->
                wrong
                    .of(call)
                    .forEach(
                        answer -> {
                          statuses.merge(answer.status(), 1, Integer::sum);
                          try {
                            assertThatItIsAsDescribed(call.method(), call.path(), answer);
                          } catch (AssertionError e) {
                            findings.add(e.getMessage());
                          }
                        }));
    assertThat(findings).isEmpty();
    return statuses;
  }

  /** The bounds of its parameters. */
  DescribedBounds bounds() {
    return new DescribedBounds(http, document);
  }

  private static boolean isJson(JsonNode item) {
    return item.path("get").path("responses").path("200").path("content").has(JSON);
  }

  /** Asserts that an answer has a status of the document, and is of its schema. */
  void assertThatItIsAsDescribed(String method, String path, Reply answer) {
    AnswerCheck.of(program).requireDescribed(method, path, answer);
  }
}
