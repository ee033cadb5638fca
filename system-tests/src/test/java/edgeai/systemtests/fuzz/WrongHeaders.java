package edgeai.systemtests.fuzz;

import java.util.Collections;
import java.util.List;

/** What may be wrong with the headers of a request. */
final class WrongHeaders {
  private static final List<String> NAMES =
      List.of(
          "Accept",
          "Accept-Encoding",
          "Accept-Charset",
          "Accept-Language",
          "Authorization",
          "Connection",
          "Content-Encoding",
          "Content-Type",
          "Cookie",
          "Expect",
          "Forwarded",
          "Host",
          "If-Match",
          "If-Modified-Since",
          "If-None-Match",
          "If-Range",
          "Origin",
          "Range",
          "Referer",
          "Sec-Fetch-Site",
          "TE",
          "Trailer",
          "Upgrade",
          "User-Agent",
          "Via",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-HTTP-Method-Override",
          "X-Real-IP",
          "Frame-Id",
          "Frame-Width",
          "Frame-Height",
          "Confidence",
          "Task-Id",
          "Tiles",
          "Model-Sha256",
          "Frame-Nonce",
          "Last-Event-ID");

  private static final List<String> VALUES =
      List.of(
          "*/*;q=2",
          "text/html;q=NaN",
          ",,,",
          "a/b/c",
          "application/json;charset=foo",
          "application/json;charset=\"",
          "multipart/form-data",
          "multipart/form-data; boundary=",
          "text/plain",
          "image/jpeg",
          "gzip",
          "identity;q=0",
          "br,gzip;q=0.0000001",
          "bytes=0-",
          "bytes=-1",
          "bytes=9-1",
          "bytes=0-1,2-3,4-5",
          "bytes=" + "0-1,".repeat(1_000),
          "100-continue",
          "200-ok",
          "Bearer",
          "Bearer x",
          "Basic Og==",
          "Negotiate",
          "edge-session=x; edge-session=y",
          "$Version=1; a=\"",
          "http://evil.example",
          "null",
          "file://",
          "cross-site",
          "evil.example",
          "127.0.0.1:99999",
          "[::1",
          "[::ffff:7f00:1]",
          "a@127.0.0.1",
          "127.0.0.1 ",
          "localhost:",
          "for=\"[::1]\";proto=https",
          "h2c",
          "websocket",
          "close, keep-alive",
          "Thu, 99 Foo 2026",
          "\"a\", W/\"b\"",
          "*");

  private WrongHeaders() {}

  static void spoil(Dice dice, Request request) {
    switch (dice.below(12)) {
      case 0 -> length(dice, request);
      case 1 -> chunks(dice, request);
      case 2 -> request.header("Expect", dice.of("100-continue", "100-Continue", "what", ""));
      case 3 -> many(dice, request);
      case 4 -> request.header(dice.of(NAMES), "v".repeat(dice.of(1_000, 7_000, 20_000)));
      case 5 -> request.headers.add(illegal(dice));
      case 6 -> {
        request.without("Host");
        if (dice.oneIn(2)) {
          request.header("Host", dice.of(VALUES)).header("Host", "127.0.0.1");
        }
      }
      case 7 -> request.without("Content-Type").header("Content-Type", dice.of(VALUES));
      case 8 -> request.header("Content-Encoding", dice.of("gzip", "deflate", "br", "a, b", ""));
      case 9 -> Collections.reverse(request.headers);
      default -> {
        String name = dice.of(NAMES);
        for (int i = dice.of(1, 1, 2); i > 0; i--) {
          String odd = Texts.onBytes(Texts.odd(dice)).replaceAll("[\r\n\u0000]", "");
          request.header(name, dice.oneIn(2) ? dice.of(VALUES) : odd);
        }
      }
    }
  }

  private static void length(Dice dice, Request request) {
    String length =
        dice.of(
            "-1",
            "+5",
            "0x5",
            "5,5",
            "5 5",
            "",
            "1e3",
            "99999999999999999999",
            "2147483648",
            String.valueOf(request.body.length + 1),
            String.valueOf(request.body.length / 2));
    request.without("Content-Length").header("Content-Length", length);
    request.incomplete = !length.equals(String.valueOf(request.body.length / 2));
  }

  /** Its length told by chunks, which are not always in order. */
  private static void chunks(Dice dice, Request request) {
    String body = new String(request.body, java.nio.charset.StandardCharsets.ISO_8859_1);
    String size = Integer.toHexString(body.length());
    String good = body.isEmpty() ? "0\r\n\r\n" : size + "\r\n" + body + "\r\n0\r\n\r\n";
    int wrong = dice.below(8);
    String sent =
        switch (wrong) {
          case 0 -> good;
          case 1 -> good.replaceFirst("\r\n", ";a=\"b\r\n");
          case 2 -> "g\r\n" + body;
          case 3 -> "-1\r\n" + body + "\r\n0\r\n\r\n";
          case 4 -> "ffffffffffffffff\r\n" + body + "\r\n0\r\n\r\n";
          case 5 -> good.replace("\r\n", "\n");
          case 6 ->
              good.substring(0, good.length() - 2) + "X-Trailer: a\r\nContent-Length: 5\r\n\r\n";
          default -> good.substring(0, good.length() / 2);
        };
    request.without("Content-Length").header("Transfer-Encoding", dice.of("chunked", "Chunked"));
    request.body = sent.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    request.incomplete = wrong > 0 && wrong != 6;
  }

  private static void many(Dice dice, Request request) {
    String name = dice.of("Cookie", "X-Fuzz", "Accept", "X-Forwarded-For");
    for (int i = dice.of(50, 99, 101, 400); i > 0; i--) {
      request.header(dice.oneIn(2) ? name : name + i, "a");
    }
  }

  private static String illegal(Dice dice) {
    return dice.of(
        "X-Fuzz",
        ": a",
        " X-Fuzz: a",
        "X Fuzz: a",
        "X-Fuzz : a",
        "X-F\u0000zz: a",
        "X-Fuzz: a\u0000b",
        "X-Fuzz: a\rb",
        "X-Fuzz: \u00ff\u00fe",
        "X-Fuzz: a\r\n b",
        "\u00e9: a",
        "X-Fuzz:a:b:c",
        "X-Fuzz: a\n\nb",
        "=: =",
        "GET / HTTP/1.1");
  }
}
