package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import edgeai.settings.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A handshake of a WebSocket and what follows it, either of which may be wrong.
 *
 * @param frames what is sent once the handshake was taken
 */
record SocketCase(Target target, byte[] handshake, byte[] frames) implements Case {
  private static final int SWITCHED = 101;
  private static final Duration GLANCE = Duration.ofMillis(150);
  private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
  private static final String GOOD =
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" + KEY;

  static SocketCase draw(Dice dice, Site site) {
    Target target =
        dice.of(site.targets().stream().filter(one -> one.program() != Program.WORKER).toList());
    String path = target.program() == Program.ADMIN ? "/ws/cameras" : "/ws/events";
    String query = dice.oneIn(2) ? "" : "?camera_id=" + Texts.inAddress(dice, Texts.odd(dice));
    boolean bad = dice.oneIn(3);
    String head =
        "GET %s%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
            .formatted(path, query, bad ? headers(dice) : GOOD);
    return new SocketCase(target, head.getBytes(ISO_8859_1), WrongFrames.draw(dice));
  }

  private static String headers(Dice dice) {
    return switch (dice.below(8)) {
      case 0 -> GOOD.replace("13", dice.of("8", "0", "-1", "x", "13, 8", ""));
      case 1 ->
          GOOD.replace(
              KEY, dice.of("", "Sec-WebSocket-Key: \r\n", "Sec-WebSocket-Key: %\r\n", KEY + KEY));
      case 2 -> GOOD.replace("websocket", dice.of("h2c", "WebSocket/2", "", "websocket, foo"));
      case 3 ->
          GOOD.replace(
              "Connection: Upgrade",
              dice.of("Connection: close", "Connection: keep-alive, Upgrade", "X: y"));
      case 4 ->
          GOOD
              + "Sec-WebSocket-Extensions: "
              + dice.of(
                  "permessage-deflate",
                  "x; y=\"",
                  ",",
                  "permessage-deflate; server_max_window_bits=99")
              + "\r\n";
      case 5 ->
          GOOD
              + "Sec-WebSocket-Protocol: "
              + dice.of("a, b", "", ",", "\u00ff", "x".repeat(5_000))
              + "\r\n";
      case 6 ->
          GOOD
              + "Origin: "
              + dice.of("http://evil.example", "null", "file://", "x", "http://localhost:4200")
              + "\r\n";
      default -> GOOD + "Content-Length: 5\r\n\r\nhello";
    };
  }

  @Override
  public String shown() {
    return Shown.bytes(target.server().port(), List.of(handshake, frames));
  }

  @Override
  public Outcome run() throws IOException {
    try (Exchange exchange = new Exchange(target.server().port())) {
      exchange.send(handshake);
      exchange.readUntil(
          any -> exchange.answers(false).stream().anyMatch(Answer::whole), HttpCase.LIMIT);
      List<Answer> answers = exchange.answers(false);
      List<String> faults = new ArrayList<>();
      answers.forEach(answer -> faults.addAll(Manners.faults(answer, false)));
      if (answers.isEmpty()) {
        faults.add(exchange.ended() ? "closed without an answer" : "no answer");
      } else if (answers.getFirst().status() == SWITCHED) {
        exchange.send(frames);
        exchange.readUntil(any -> exchange.ended(), GLANCE);
        faults.addAll(SentFrames.faults(exchange.reader(false)));
      }
      return Outcome.of(answers, faults);
    }
  }
}
