package edgeai.common.problem;

import edgeai.common.error.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a refusal with its problem and, where it may pass, with {@code Retry-After}. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {
  private static final String CHALLENGE = "Bearer realm=\"edge\", error=\"insufficient_scope\"";

  @Override
  public Response toResponse(Refusal refusal) {
    Response problem = challenged(Problem.of(refusal).toResponse());
    return refusal
        .retryAfter()
        .map(
            pause ->
                Response.fromResponse(problem)
                    .header(HttpHeaders.RETRY_AFTER, pause.toSeconds())
                    .build())
        .orElse(problem);
  }

  /** RFC 9110 wants it with 401, RFC 6750 with 403, too. */
  private static Response challenged(Response problem) {
    return problem.getStatus() == Response.Status.FORBIDDEN.getStatusCode()
        ? Response.fromResponse(problem).header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE).build()
        : problem;
  }
}
