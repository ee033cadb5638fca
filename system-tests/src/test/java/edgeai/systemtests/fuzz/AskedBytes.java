package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads a request with its body, whose length is told before it or by chunks. */
final class AskedBytes {
  private AskedBytes() {}

  /** The head and, behind it, the body. */
  static byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String head = head(in);
    all.writeBytes(head.getBytes(ISO_8859_1));
    String lower = head.toLowerCase(java.util.Locale.ROOT);
    if (lower.contains("transfer-encoding: chunked")) {
      int size = Integer.parseInt(line(in), 16);
      while (size > 0) {
        all.writeBytes(in.readNBytes(size));
        line(in);
        size = Integer.parseInt(line(in), 16);
      }
      line(in);
    } else if (lower.contains("content-length: ")) {
      int at = lower.indexOf("content-length: ") + "content-length: ".length();
      all.writeBytes(in.readNBytes(Integer.parseInt(head.substring(at, head.indexOf('\r', at)))));
    }
    return all.toByteArray();
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    String line = line(in);
    while (!line.isEmpty()) {
      head.append(line).append("\r\n");
      line = line(in);
    }
    return head.append("\r\n").toString();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int sign = in.read(); sign != '\n'; sign = in.read()) {
      if (sign < 0) {
        throw new EOFException();
      }
      line.append((char) sign);
    }
    return line.toString().strip();
  }
}
