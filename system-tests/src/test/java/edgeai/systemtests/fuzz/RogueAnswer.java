package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a worker says to one frame or piece, drawn: status, headers, length, lines, an end or none.
 */
final class RogueAnswer {
  private static final int ENDLESS = 40 << 20;
  private static final List<String> STATUSES =
      List.of(
          "200 OK",
          "200 OK",
          "200 OK",
          "200 OK",
          "201 Created",
          "204 No Content",
          "206 Partial",
          "301 Moved\r\nLocation: http://127.0.0.1:1/",
          "307 Go\r\nLocation: /process-piece",
          "400 Bad",
          "404 Not Found",
          "409 Conflict",
          "413 Large",
          "415 Type",
          "422 Wrong",
          "429 Slow",
          "500 Broken",
          "503 Full",
          "503 Full\r\nRetry-After: 99999999999",
          "503 Full\r\nRetry-After: x",
          "999 What",
          "20 OK");
  private static final List<String> TYPES =
      List.of(
          "application/x-ndjson", "application/x-ndjson", "application/json", "text/html", "x", "");

  private final Dice dice;

  RogueAnswer(Dice dice) {
    this.dice = dice;
  }

  void to(byte[] request, OutputStream out) throws IOException {
    byte[] body = body(AskedFrames.of(request));
    switch (dice.below(10)) {
      case 0 -> out.write(dice.bytes(dice.between(0, 2_000)));
      case 1 -> {} // says nothing
      case 2 -> write(out, head("Content-Length: " + (body.length + 10)), body);
      case 3 -> write(out, head("Transfer-Encoding: chunked"), "zz\r\n".getBytes(UTF_8));
      case 4 -> endless(out);
      default -> write(out, head("Content-Length: " + body.length), body);
    }
    out.flush();
  }

  private String head(String length) {
    StringBuilder head =
        new StringBuilder("HTTP/1.1 " + dice.of(STATUSES) + "\r\n" + length + "\r\n");
    head.append("Content-Type: ").append(dice.of(TYPES)).append("\r\nConnection: close\r\n");
    if (dice.oneIn(8)) {
      head.append("X-Long: ").append("x".repeat(dice.of(10_000, 1_000_000))).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  private static void write(OutputStream out, String head, byte[] body) throws IOException {
    out.write(head.getBytes(ISO_8859_1));
    out.write(body);
  }

  private void endless(OutputStream out) throws IOException {
    out.write("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n\r\n".getBytes(ISO_8859_1));
    byte[] part =
        dice.of("x", "[", "{}\n", "\n", "{\"frame_id\":1}\n").repeat(10_000).getBytes(UTF_8);
    for (int sent = 0; sent < ENDLESS; sent += part.length) {
      out.write(part);
    }
  }

  /** Lines about the frames that were asked for, some spoilt, some missing, in any order. */
  private byte[] body(List<JsonObject> lines) {
    List<byte[]> said = new ArrayList<>();
    for (JsonObject line : lines) {
      switch (dice.below(6)) {
        case 0 -> said.add(JsonSpoiler.spoil(dice, line));
        case 1 -> {
          said.add(line.toString().getBytes(UTF_8));
          said.add(line.toString().getBytes(UTF_8));
        }
        case 2 -> {} // left out
        case 3 -> said.add(dice.below(said.size() + 1), line.toString().getBytes(UTF_8));
        default -> said.add(line.toString().getBytes(UTF_8));
      }
    }
    said.add(
        dice.of(
                "{\"done\":%d}".formatted(said.size()),
                "{\"done\":-1}",
                "{\"done\":1e99}",
                "",
                "{}")
            .getBytes(UTF_8));
    java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
    said.forEach(
        line -> {
          body.writeBytes(line);
          body.write('\n');
        });
    return body.toByteArray();
  }
}
