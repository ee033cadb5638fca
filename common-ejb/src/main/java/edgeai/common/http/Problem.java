package edgeai.common.http;

import jakarta.json.Json;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * An error as RFC 9457 has it ({@code application/problem+json}).
 *
 * @param status the HTTP status
 * @param detail one sentence that names the field or thing and, where there is one, the way out
 */
public record Problem(int status, String detail) {
  public static final MediaType MEDIA_TYPE = MediaType.valueOf("application/problem+json");

  private static final Map<Integer, String> TITLES =
      Map.of(
          413,
          "Content Too Large",
          422,
          "Unprocessable Content",
          429,
          "Too Many Requests",
          507,
          "Insufficient Storage");

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

  public Response toResponse() {
    return Response.status(status, title()).type(MEDIA_TYPE).entity(toJson()).build();
  }

  /** This problem, ready to be thrown out of a resource. */
  public WebApplicationException asException() {
    return new WebApplicationException(detail, toResponse());
  }

  public static WebApplicationException badRequest(String detail) {
    return new Problem(400, detail).asException();
  }

  public static WebApplicationException notFound(String detail) {
    return new Problem(404, detail).asException();
  }

  public static WebApplicationException conflict(String detail) {
    return new Problem(409, detail).asException();
  }

  public static WebApplicationException tooLarge(String detail) {
    return new Problem(413, detail).asException();
  }

  public static WebApplicationException unprocessable(String detail) {
    return new Problem(422, detail).asException();
  }

  /** 429 with {@code Retry-After}. */
  public static WebApplicationException tooMany(String detail, int retryAfterSeconds) {
    return new Problem(429, detail).asException(retryAfterSeconds);
  }

  /** 507: there is no room for what was sent. */
  public static WebApplicationException notStored(String detail) {
    return new Problem(507, detail).asException();
  }

  /** 503 with {@code Retry-After}. */
  public static WebApplicationException unavailable(String detail, int retryAfterSeconds) {
    return new Problem(503, detail).asException(retryAfterSeconds);
  }

  private WebApplicationException asException(int retryAfterSeconds) {
    Response response =
        Response.fromResponse(toResponse()).header("Retry-After", retryAfterSeconds).build();
    return new WebApplicationException(detail, response);
  }

  private String title() {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known != null ? known.getReasonPhrase() : TITLES.getOrDefault(status, "Error");
  }
}
