package edgeai.common.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class ApiReadingTest {
  private static final String DOCUMENT =
      """
      {"info": {"title": "A <b>server</b>", "description": "First.\\n\\nSecond with `code`."},
       "tags": [{"name": "Jobs"}],
       "paths": {"/jobs/{id}": {"get": {"tags": ["Jobs"], "summary": "A job",
          "parameters": [{"name": "id", "in": "path", "description": "its \\"id\\"", "schema": {"type": "string"}}],
          "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Job"},
             "examples": {"usual": {"value": {"a": "<script>"}}}}}},
          "responses": {"200": {"description": "OK", "content": {"application/json": {"schema":
             {"type": "array", "items": {"$ref": "#/components/schemas/Job"}}}}},
             "404": {"$ref": "#/components/responses/Problem404"}}}}},
       "components": {"responses": {"Problem404": {"description": "Nothing there."}},
         "schemas": {"Job": {"description": "A video.", "properties":
           {"error": {"type": ["string", "null"], "description": "why"},
            "counts": {"type": "object", "additionalProperties": {"type": "integer"}}}}}}}
      """;

  private static String page() throws IOException {
    JsonObject document = Json.createReader(new StringReader(DOCUMENT)).readObject();
    return new ApiReading(document).html();
  }

  @Test
  void aCallIsThereWithWhatGoesInAndComesOut() throws IOException {
    assertThat(page())
        .contains("<h2>Jobs</h2>", "<code>GET /jobs/{id}</code>", "<p>A job</p>")
        .contains("<td><code>id</code></td><td>string</td>")
        .contains("array of <a href=\"#Job\">Job</a>")
        .contains("<td>404</td><td>Nothing there. </td>");
  }

  @Test
  void aSchemaIsThereWithItsFields() throws IOException {
    assertThat(page())
        .contains("<h3 id=\"Job\">Job</h3>", "<p>A video.</p>")
        .contains("<td>string or null</td><td>why</td>")
        .contains("<td>object of integer</td>");
  }

  @Test
  void wordsAreTextAndParagraphsAndCode() throws IOException {
    assertThat(page())
        .contains("<h1>A &lt;b&gt;server&lt;/b&gt;</h1>")
        .contains("<p>First.</p>\n<p>Second with <code>code</code>.</p>")
        .contains("its &quot;id&quot;", "&lt;script&gt;")
        .doesNotContain("<script", "<b>");
  }
}
