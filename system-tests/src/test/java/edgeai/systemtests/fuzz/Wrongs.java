package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;

/** What may be wrong with a request that is HTTP all the same: method, path, query, body. */
final class Wrongs {
  private static final List<String> METHODS =
      List.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "DELETE",
          "OPTIONS",
          "TRACE",
          "PATCH",
          "CONNECT",
          "PROPFIND",
          "get",
          "G",
          "GETT",
          "X-Y_Z",
          "PRI",
          "M".repeat(300));

  private static final List<String> PARAMETERS =
      List.of(
          "sample_fps",
          "confidence",
          "classes",
          "skip_still",
          "tiles",
          "model",
          "cursor",
          "state",
          "limit",
          "annotated",
          "viewer",
          "format",
          "buckets",
          "job_id",
          "name",
          "sha256",
          "camera_id",
          "label",
          "since",
          "bucket",
          "nothing");

  private static final List<String> TWISTS =
      List.of(
          "/%zz",
          "/%",
          "/%2",
          "/%00",
          "/%ff%fe",
          "/%c0%ae%c0%ae/",
          "/..",
          "/../",
          "/%2e%2e/",
          "/%2e%2e%2f",
          "/..;/",
          "/./",
          "//",
          "///",
          "/;a=b",
          ";jsessionid=1",
          "/%2f",
          "/%5c..",
          "\\..\\",
          "/*",
          "/**",
          "/.",
          "/%20",
          "/+",
          "/WEB-INF/web.xml",
          "/META-INF/",
          "/~",
          "/|",
          "/{id}",
          "/\"",
          "/<",
          "/^",
          "/`",
          "/#a",
          "/%u0041",
          "/%e2%80%ae");

  private Wrongs() {}

  static void method(Dice dice, Request request) {
    request.method = dice.of(METHODS);
    if (request.method.equals("CONNECT") || request.method.equals("OPTIONS") && dice.oneIn(3)) {
      request.path = dice.of("*", request.path, "127.0.0.1:80");
      // the container answers a tunnel half a minute later, without a thread meanwhile
      request.incomplete = request.method.equals("CONNECT");
    }
  }

  static void path(Dice dice, Request request) {
    String path = request.path;
    int at = dice.below(path.length() + 1);
    String odd = Texts.inAddress(dice, Texts.odd(dice));
    request.path =
        switch (dice.below(9)) {
          case 0, 1 -> path + dice.of(TWISTS);
          case 2 -> path.substring(0, at) + dice.of(TWISTS) + path.substring(at);
          case 3 -> path.substring(0, path.lastIndexOf('/') + 1) + odd;
          case 4 -> path + "/" + odd;
          case 5 -> path.toUpperCase(Locale.ROOT);
          case 6 -> dice.of("http://127.0.0.1", "http://evil.example", "//evil.example") + path;
          case 7 -> path + "/a".repeat(dice.of(10, 100, 1_000, 3_000));
          default -> path.replace("/", dice.of("//", "/./", "/a/../", "%2f", "/%2e/", "\\"));
        };
  }

  static void query(Dice dice, Request request) {
    StringBuilder query = new StringBuilder();
    for (int i = dice.of(1, 1, 2, 5, 300); i > 0; i--) {
      query.append(query.isEmpty() ? "" : dice.of("&", "&", ";", "&&"));
      query.append(dice.of(PARAMETERS)).append(dice.of("=", "=", "=", "", "=="));
      query.append(Texts.inAddress(dice, dice.oneIn(3) ? "" : Texts.odd(dice)));
      if (query.length() > 7_000) {
        query.setLength(7_000);
        break;
      }
    }
    request.query = query.toString() + (dice.oneIn(10) ? dice.of("%zz", "%", "?", "%ff") : "");
  }

  static void json(Dice dice, Request request) {
    request.content(JsonSpoiler.spoil(dice, parsed(request.body)));
  }

  private static jakarta.json.JsonValue parsed(byte[] good) {
    try (JsonReader reader = Json.createReader(new StringReader(new String(good, UTF_8)))) {
      return reader.readValue();
    } catch (JsonException e) {
      throw new IllegalStateException("good content is JSON", e);
    }
  }

  static void bytes(Dice dice, Request request) {
    request.content(ByteSpoiler.spoil(dice, request.body));
  }
}
