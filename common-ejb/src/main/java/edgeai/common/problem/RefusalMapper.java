package edgeai.common.problem;

import edgeai.common.error.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a refusal with its problem and, where it may pass, with {@code Retry-After}. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {
  @Override
  public Response toResponse(Refusal refusal) {
    Response problem = Problem.of(refusal).toResponse();
    return refusal
        .retryAfter()
        .map(
            pause ->
                Response.fromResponse(problem)
                    .header(HttpHeaders.RETRY_AFTER, pause.toSeconds())
                    .build())
        .orElse(problem);
  }
}
