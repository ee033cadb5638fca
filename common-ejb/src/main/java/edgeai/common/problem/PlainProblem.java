package edgeai.common.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A problem for a request that no servlet sees, since it is no HTTP, or of no server's. */
public record PlainProblem(Problem problem) {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String NEVER_MIND = "This is no request that the server can read.";

  /** What is to be said where only the status is known. */
  public static PlainProblem of(int status) {
    String detail =
        switch (status) {
          case 405 -> "This method is not taken.";
          case 414 -> "The request line is longer than this server reads.";
          case 417 -> "What the header Expect wants cannot be had.";
          case 431 -> "The headers are more or longer than this server reads.";
          case 505 -> "This server speaks HTTP/1.0 and HTTP/1.1.";
          default -> status < 500 ? NEVER_MIND : "The server failed on this request.";
        };
    return new PlainProblem(new Problem(status, detail));
  }

  /** Those of every answer, beside type and length. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Cross-Origin-Resource-Policy", "same-site");
    headers.put("Connection", "close");
    return headers;
  }

  public byte[] body() {
    return problem.toJson().getBytes(UTF_8);
  }

  /** The whole answer, as HTTP/1.1 has it. */
  public byte[] toBytes() {
    return (head() + problem.toJson()).getBytes(UTF_8);
  }

  /** The answer to {@code HEAD}, which has no body, but says how long it would be. */
  public byte[] toHead() {
    return head().getBytes(UTF_8);
  }

  private String head() {
    StringBuilder head =
        new StringBuilder("HTTP/1.1 %d %s\r\n".formatted(problem.status(), problem.title()));
    line(head, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(CLOCK)));
    headers().forEach((name, value) -> line(head, name, value));
    line(head, "Content-Type", Problem.MEDIA_TYPE);
    line(head, "Content-Length", String.valueOf(body().length));
    return head.append("\r\n").toString();
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
