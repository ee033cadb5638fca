package edgeai.common.problem;

import edgeai.common.error.ClientGone;
import edgeai.common.error.Conflict;
import edgeai.common.error.Forbidden;
import edgeai.common.error.InvalidInput;
import edgeai.common.error.Malformed;
import edgeai.common.error.NeighbourFailed;
import edgeai.common.error.NotFound;
import edgeai.common.error.NotStored;
import edgeai.common.error.Refusal;
import edgeai.common.error.TooLarge;
import edgeai.common.error.TooMany;
import edgeai.common.error.TooSlow;
import edgeai.common.error.Unavailable;
import edgeai.common.error.UnsupportedMedia;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An error as RFC 9457 has it ({@code application/problem+json}).
 *
 * @param status the HTTP status
 * @param detail one sentence that names the field or thing and, where there is one, the way out
 */
public record Problem(int status, String detail) {
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final Map<Integer, String> TITLES =
      Map.of(
          413, "Content Too Large",
          421, "Misdirected Request",
          422, "Unprocessable Content",
          426, "Upgrade Required",
          429, "Too Many Requests",
          431, "Request Header Fields Too Large",
          507, "Insufficient Storage");

  /** What HTTP makes of a refusal. */
  public static Problem of(Refusal refusal) {
    int status =
        switch (refusal) {
          case Malformed malformed -> 400;
          case ClientGone nobody -> 400;
          case Forbidden here -> 403;
          case NotFound nothing -> 404;
          case Conflict conflict -> 409;
          case TooSlow slow -> 408;
          case TooLarge large -> 413;
          case UnsupportedMedia media -> 415;
          case InvalidInput input -> 422;
          case TooMany many -> 429;
          case NeighbourFailed neighbour -> 502;
          case Unavailable unavailable -> 503;
          case NotStored full -> 507;
        };
    return new Problem(status, refusal.getMessage());
  }

  /** The problem as JSON: {@code {type, title, status, detail}}. */
  public String toJson() {
    return Json.createObjectBuilder()
        .add("type", "about:blank")
        .add("title", title())
        .add("status", status)
        .add("detail", detail)
        .build()
        .toString();
  }

  /** Answers with it where no resource does. */
  public void answer(HttpServletResponse answer) throws IOException {
    answer.setStatus(status);
    answer.setContentType(MEDIA_TYPE);
    answer.getOutputStream().write(toJson().getBytes(StandardCharsets.UTF_8));
  }

  Response toResponse() {
    return Response.status(status, title()).type(MEDIA_TYPE).entity(toJson()).build();
  }

  String title() {
    return titleOf(status);
  }

  /** What stands beside a status, in the line of an answer and in a problem. */
  public static String titleOf(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known != null ? known.getReasonPhrase() : TITLES.getOrDefault(status, "Error");
  }
}
