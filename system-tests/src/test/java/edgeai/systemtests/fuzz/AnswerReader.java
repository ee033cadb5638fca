package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts what came over a connection into HTTP/1.1 messages. */
final class AnswerReader {
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final byte[] bytes;
  private final String text;
  private final boolean ended;
  private final boolean bodiless;
  private int at;

  /**
   * @param ended whether no more will come
   * @param bodiless whether answers have no bodies, as to HEAD
   */
  AnswerReader(byte[] bytes, boolean ended, boolean bodiless) {
    this.bytes = bytes;
    this.text = new String(bytes, ISO_8859_1);
    this.ended = ended;
    this.bodiless = bodiless;
  }

  /** All that have a whole head; the last may not be whole. */
  List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    int end = text.indexOf(END_OF_HEAD, at);
    while (end >= 0) {
      List<String> head = List.of(text.substring(at, end).split("\r\n"));
      at = end + END_OF_HEAD.length();
      answers.add(answer(head));
      if (!answers.getLast().whole() || answers.getLast().status() == 101) {
        return answers;
      }
      end = text.indexOf(END_OF_HEAD, at);
    }
    return answers;
  }

  /** What is left behind the last of them. */
  byte[] rest() {
    return Arrays.copyOfRange(bytes, Math.min(at, bytes.length), bytes.length);
  }

  private Answer answer(List<String> head) {
    int status = status(head.getFirst());
    Answer heading = new Answer(status, head, new byte[0], true);
    String length = heading.header("Content-Length");
    if (bodiless || status < 200 || status == 204 || status == 304) {
      return heading;
    }
    if (heading.header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
      return chunked(status, head);
    }
    int due = length.matches("\\d{1,9}") ? Integer.parseInt(length) : Integer.MAX_VALUE;
    int here = Math.min(due, bytes.length - at);
    byte[] body = Arrays.copyOfRange(bytes, at, at + here);
    at += here;
    boolean whole = here == due || length.isEmpty() && ended;
    return new Answer(status, head, body, whole);
  }

  private static int status(String line) {
    return line.matches("HTTP/1\\.[01] \\d{3}( .*)?") ? Integer.parseInt(line.substring(9, 12)) : 0;
  }

  private Answer chunked(int status, List<String> head) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int line = text.indexOf("\r\n", at);
      if (line < 0 || !text.substring(at, line).matches("[0-9a-fA-F]{1,7}")) {
        return new Answer(status, head, body.toByteArray(), false);
      }
      int size = Integer.parseInt(text.substring(at, line), 16);
      int next = line + 2 + size + 2;
      if (next > bytes.length) {
        body.write(bytes, line + 2, Math.max(0, Math.min(size, bytes.length - line - 2)));
        return new Answer(status, head, body.toByteArray(), false);
      }
      body.write(bytes, line + 2, size);
      at = next;
      if (size == 0) {
        return new Answer(status, head, body.toByteArray(), true);
      }
    }
  }
}
