package edgeai.coordinator.model;

import edgeai.common.audit.AuditNote;
import edgeai.common.error.Conflict;
import edgeai.common.http.JsonInput;
import edgeai.common.http.LongAnswers;
import edgeai.common.vision.ModelException;
import edgeai.common.wire.ModelInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pool's model, shown and switched; the files of all, handed to workers without them. */
@Tag(name = "Models")
@Path("/model")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ModelResource {
  private final PoolModel pool;
  private final Shelf shelf;
  private final ModelSwitch models;
  private final LongAnswers answers;

  @Inject
  public ModelResource(PoolModel pool, Shelf shelf, ModelSwitch models, LongAnswers answers) {
    this.pool = pool;
    this.shelf = shelf;
    this.models = models;
    this.answers = answers;
  }

  /** For the container's proxy. */
  ModelResource() {
    this(null, null, null, null);
  }

  @GET
  @Operation(summary = "The pool's model")
  public ModelInfo model() {
    return pool.card().info();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Switches the pool's model",
      description = "Answers once it is open here. Jobs go on by the model that they began with.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      properties = {
                        @SchemaProperty(
                            name = "name",
                            type = SchemaType.STRING,
                            description =
                                "its name, its hash, or the first six or more digits of that")
                      },
                      requiredProperties = {"name"}),
              examples = @ExampleObject(name = "usual", value = "{\"name\":\"coco\"}")))
  @APIResponseSchema(value = ModelInfo.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "404", description = "There is no such model.")
  @APIResponse(
      responseCode = "409",
      description =
          "`MODEL` is set, the file cannot be used any more, or too many models would be "
              + "open.")
  public ModelInfo use(InputStream body, @Context HttpServletRequest request) {
    String name = JsonInput.parse(body).id("name");
    AuditNote.about(request, name);
    return models.to(name).info();
  }

  @GET
  @Path("{sha256}")
  @Operation(summary = "The file of a model", description = "For workers that join without it.")
  @APIResponse(
      responseCode = "200",
      description = "The ONNX file.",
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "There is no such model.")
  @APIResponse(responseCode = "409", description = "The file cannot be used any more.")
  public Response file(@Parameter(description = "its hash") @PathParam("sha256") String sha256) {
    ShelfModel model = shelf.require(sha256);
    try {
      java.nio.file.Path file = shelf.file(model);
      StreamingOutput bounded =
          out -> answers.models().write(out, paced -> Files.copy(file, paced));
      return Response.ok(bounded, MediaType.APPLICATION_OCTET_STREAM)
          .header("Content-Length", Files.size(file))
          .header(
              "Content-Disposition", "attachment; filename=\"%s.onnx\"".formatted(model.sha256()))
          .build();
    } catch (ModelException e) {
      throw new Conflict(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
