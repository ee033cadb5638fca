package edgeai.coordinator.model;

import edgeai.common.error.NotFound;
import edgeai.common.wire.ModelInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The pool's model, shown and handed to workers that join without one. */
@Path("/model")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ModelResource {
  private final PoolModel model;

  @Inject
  public ModelResource(PoolModel model) {
    this.model = model;
  }

  /** For the container's proxy. */
  ModelResource() {
    this(null);
  }

  @GET
  public ModelInfo model() {
    return model.card().info();
  }

  @GET
  @Path("{sha256}")
  public Response file(@PathParam("sha256") String sha256) {
    String pool = model.card().sha256();
    if (!pool.equalsIgnoreCase(sha256)) {
      throw new NotFound("The pool's model is %s, not %s.".formatted(pool, sha256));
    }
    return Response.ok(model.file().toFile(), MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", "attachment; filename=\"%s.onnx\"".formatted(sha256))
        .build();
  }
}
