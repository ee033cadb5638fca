package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** What is no HTTP request, or more than one, or half of one. */
final class RawRequests {
  private static final String GOOD = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String LAST =
      "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  /** What a front that reads a request otherwise would let through unseen. */
  private static final String HIDDEN = "DELETE /jobs/fuzz-1 HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private static final List<String> LINES =
      List.of(
          "",
          " ",
          "\r\n",
          "\n",
          "GET",
          "GET /",
          "GET / HTTP",
          "GET / HTTP/",
          "GET / HTTP/1.2",
          "GET / HTTP/2.0",
          "GET / HTTP/9.9",
          "GET / http/1.1",
          "GET  /  HTTP/1.1",
          "GET\t/\tHTTP/1.1",
          "GET / HTTP/1.1 x",
          "/ HTTP/1.1",
          "GET HTTP/1.1",
          "GET x HTTP/1.1",
          "GET ? HTTP/1.1",
          "GET * HTTP/1.1",
          "GET /\u0000 HTTP/1.1",
          "GET /a b HTTP/1.1",
          "\u0016\u0003\u0001\u0002\u0000\u0001",
          "PRI * HTTP/2.0\r\n\r\nSM\r\n",
          "SSH-2.0-x",
          "{}",
          "G\u00c9T / HTTP/1.1",
          "GET /\u00e9 HTTP/1.1",
          "GET /" + "a".repeat(20_000) + " HTTP/1.1",
          "A".repeat(10_000),
          "GET http:// HTTP/1.1",
          "GET http://[::1 HTTP/1.1");

  private RawRequests() {}

  static HttpCase draw(Dice dice, Target target) {
    return switch (dice.below(7)) {
      case 0, 1 ->
          half(target, dice.of(LINES) + dice.of("\r\n", "\n", "") + "Host: localhost\r\n\r\n");
      case 2 -> half(target, smuggled(dice));
      case 3 -> whole(target, GOOD.repeat(dice.of(1, 5, 50)) + LAST);
      case 4 -> half(target, GOOD.substring(0, dice.below(GOOD.length())));
      case 5 -> dripped(dice, target);
      default -> half(target, new String(dice.bytes(dice.of(1, 10, 1_000, 20_000)), ISO_8859_1));
    };
  }

  private static HttpCase half(Target target, String text) {
    return sent(target, 0, text.getBytes(ISO_8859_1));
  }

  private static HttpCase whole(Target target, String text) {
    int requests = text.split("GET ", -1).length - 1;
    return sent(target, requests, text.getBytes(ISO_8859_1));
  }

  private static HttpCase sent(Target target, int expected, byte[]... pieces) {
    return new HttpCase(target, List.of(pieces), expected, false, Guise.LOCAL, true);
  }

  /** Two lengths, of which each leaves another rest. */
  private static String smuggled(Dice dice) {
    String lengths =
        dice.of(
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
            "Content-Length: %d\r\nTransfer-Encoding: chunked\r\n".formatted(5 + HIDDEN.length()),
            "Transfer-Encoding: chunked\r\nContent-Length: %d\r\n".formatted(5 + HIDDEN.length()),
            "Content-Length: 5\r\nContent-Length: 6\r\n",
            "Content-Length: 5\r\nContent-Length: 5\r\n",
            "Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n",
            "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n",
            "Transfer-Encoding: chunked, identity\r\n",
            "Transfer-Encoding: identity, chunked\r\nContent-Length: 5\r\n",
            "Transfer-Encoding:\u000bchunked\r\nContent-Length: 5\r\n",
            "X: y\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n");
    return "POST /heartbeat/fuzz-1 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + lengths
        + "\r\n0\r\n\r\n"
        + HIDDEN;
  }

  private static HttpCase dripped(Dice dice, Target target) {
    List<byte[]> pieces = new ArrayList<>();
    byte[] bytes = LAST.getBytes(ISO_8859_1);
    for (int at = 0; at < bytes.length; ) {
      int next = Math.min(bytes.length, at + dice.between(1, 40));
      pieces.add(java.util.Arrays.copyOfRange(bytes, at, next));
      at = next;
    }
    return new HttpCase(target, pieces, 1, false, Guise.LOCAL, true);
  }
}
