package edgeai.common.problem;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns whatever a resource throws into a problem; what nobody foresaw is logged and a 500. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

  @Context private UriInfo uri;

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof WebApplicationException web) {
      Response answer = web.getResponse();
      if (answer.hasEntity() || answer.getStatus() < 400) {
        return answer;
      }
      Response problem = new Problem(answer.getStatus(), sentence(web)).toResponse();
      Object allow = answer.getHeaders().getFirst("Allow");
      return allow == null
          ? problem
          : Response.fromResponse(problem).header("Allow", allow).build();
    }
    LOG.log(Level.SEVERE, "unforeseen failure of " + path(), thrown);
    return new Problem(500, "The server failed on this request; its log says why.").toResponse();
  }

  private String sentence(WebApplicationException web) {
    if (web instanceof NotFoundException) {
      return "There is nothing at %s.".formatted(path());
    }
    if (web instanceof NotAllowedException) {
      return "%s does not take this method.".formatted(path());
    }
    if (web instanceof NotSupportedException) {
      return "%s does not take this content type.".formatted(path());
    }
    return web.getMessage() == null ? "The request cannot be served." : web.getMessage();
  }

  private String path() {
    return uri == null ? "this path" : "/" + uri.getPath().replaceAll("^/+", "");
  }
}
