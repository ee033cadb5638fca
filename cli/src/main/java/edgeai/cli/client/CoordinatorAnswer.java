package edgeai.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What a coordinator says to a call, and how what it is asked for is written in an address. */
final class CoordinatorAnswer {
  private CoordinatorAnswer() {}

  /**
   * @throws IOException with its own words where it refuses, or what it answers cannot be read
   */
  static JsonNode body(HttpResponse<String> response) throws IOException {
    String answered = "the coordinator answered %d".formatted(response.statusCode());
    JsonNode body;
    try {
      body = Web.read(response.body());
    } catch (IOException e) {
      throw new IOException(answered, e);
    }
    if (response.statusCode() / 100 != 2) {
      throw new IOException(body.path("detail").asText(answered));
    }
    return body;
  }

  static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
