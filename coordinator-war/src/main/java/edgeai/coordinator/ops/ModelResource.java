package edgeai.coordinator.ops;

import edgeai.common.http.Problem;
import edgeai.common.vision.ModelCard;
import edgeai.common.wire.ModelInfo;
import edgeai.coordinator.fleet.PoolModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The pool's model, shown and handed to workers that join without one. */
@Path("/model")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ModelResource {
  private static final String NO_MODEL = "This coordinator has no model: MODEL is not set.";

  @Inject private PoolModel model;

  @GET
  public ModelInfo model() {
    return current().orElseThrow(() -> Problem.notFound(NO_MODEL));
  }

  @GET
  @Path("{sha256}")
  public Response file(@PathParam("sha256") String sha256) {
    ModelCard card = model.card().orElseThrow(() -> Problem.notFound(NO_MODEL));
    if (!card.sha256().equalsIgnoreCase(sha256)) {
      throw Problem.notFound("The pool's model is %s, not %s.".formatted(card.sha256(), sha256));
    }
    return Response.ok(model.file().orElseThrow().toFile(), MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", "attachment; filename=\"%s.onnx\"".formatted(sha256))
        .build();
  }

  Optional<ModelInfo> current() {
    return model
        .card()
        .map(
            card ->
                new ModelInfo(
                    card.name(),
                    card.sha256(),
                    card.classes(),
                    card.inputWidth(),
                    card.inputHeight(),
                    card.provider(),
                    card.note()));
  }
}
