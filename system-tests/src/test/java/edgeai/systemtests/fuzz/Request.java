package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A request in the making, of which every part may be wrong. Text is one byte a character. */
final class Request {
  private static final String NEW_LINE = "\r\n";

  String method;
  String path;
  String query = "";
  String version = "HTTP/1.1";
  final List<String> headers = new ArrayList<>();
  byte[] body = {};

  /** Whether it promises more than it brings, so that no answer is due yet. */
  boolean incomplete;

  Request(String method, String path) {
    this.method = method;
    this.path = path;
  }

  Request header(String name, String value) {
    headers.add(name + ": " + value);
    return this;
  }

  Request without(String name) {
    headers.removeIf(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
    return this;
  }

  Request body(String type, byte[] content) {
    without("Content-Type").without("Content-Length");
    body = content;
    return header("Content-Type", type).header("Content-Length", String.valueOf(content.length));
  }

  /** The same type, other bytes. */
  Request content(byte[] content) {
    without("Content-Length");
    body = content;
    return header("Content-Length", String.valueOf(content.length));
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder(method).append(' ').append(path);
    if (!query.isEmpty()) {
      head.append('?').append(query);
    }
    head.append(' ').append(version).append(NEW_LINE);
    headers.forEach(line -> head.append(line).append(NEW_LINE));
    out.writeBytes(head.append(NEW_LINE).toString().getBytes(ISO_8859_1));
    out.writeBytes(body);
    return out.toByteArray();
  }
}
