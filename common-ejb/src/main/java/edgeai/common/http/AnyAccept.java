package edgeai.common.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * The contract's paths answer the same whatever a browser accepts, so what it accepts does not take
 * part in matching; {@code /metrics} alone negotiates, by {@link MetricsNegotiation}.
 */
@Provider
@PreMatching
public class AnyAccept implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (!request.getUriInfo().getPath().replace("/", "").equals("metrics")) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, "*/*");
    }
  }
}
