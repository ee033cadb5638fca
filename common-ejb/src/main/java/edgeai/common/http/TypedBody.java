package edgeai.common.http;

import edgeai.common.error.UnsupportedMedia;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses a body without a type where a resource says which it takes: matching lets it pass, and a
 * page of another site may send it unasked.
 */
@Provider
public class TypedBody implements ContainerRequestFilter {
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Consumes taken = resource.getResourceMethod().getAnnotation(Consumes.class);
    if (taken != null && hasBody(request) && request.getMediaType() == null) {
      throw new UnsupportedMedia(
          "/%s takes %s, not a body without a Content-Type."
              .formatted(request.getUriInfo().getPath(), String.join(" or ", taken.value())));
    }
  }

  private static boolean hasBody(ContainerRequestContext request) {
    return request.getLength() > 0
        || request.getHeaderString("Transfer-Encoding") != null
            && request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null;
  }
}
