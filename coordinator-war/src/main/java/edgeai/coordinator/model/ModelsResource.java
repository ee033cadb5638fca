package edgeai.coordinator.model;

import edgeai.common.audit.AuditNote;
import edgeai.common.wire.ShelfEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The models there are: listed, added and removed. */
@Tag(name = "Models")
@Path("/models")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ModelsResource {
  private final Shelf shelf;
  private final ModelArrivals arrivals;
  private final PoolModel pool;
  private final ModelPace pace;
  private final ModelSwitch models;

  @Inject
  public ModelsResource(
      Shelf shelf, ModelArrivals arrivals, PoolModel pool, ModelPace pace, ModelSwitch models) {
    this.shelf = shelf;
    this.arrivals = arrivals;
    this.pool = pool;
    this.pace = pace;
    this.models = models;
  }

  /** For the container's proxy. */
  ModelsResource() {
    this(null, null, null, null, null);
  }

  /** The one in use first. */
  @GET
  @Operation(summary = "The models there are", description = "The one in use first.")
  public List<ShelfEntry> models() {
    return shelf.all().stream()
        .map(this::entry)
        .sorted(Comparator.comparing(entry -> !entry.inUse()))
        .toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(
      summary = "Adds a model",
      description =
          "An ONNX file of 2 GB at most, which is proven as at a start. 20 are kept, and "
              + "8 GB of them.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      description = "The same bytes are there already.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ShelfEntry.class)))
  @APIResponse(
      responseCode = "201",
      description = "The model is on the shelf.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ShelfEntry.class)))
  @APIResponse(responseCode = "409", description = "Another model has that name.")
  @APIResponse(responseCode = "413", description = "It has more than 2 GB.")
  @APIResponse(
      responseCode = "422",
      description = "It is no detector that can be used, its hash is another, or the name is none.")
  @APIResponse(responseCode = "503", description = "Another is on its way.")
  @APIResponse(
      responseCode = "507",
      description = "20 models or 8 GB are there, or the disk is full.")
  public Response add(
      InputStream body,
      @Parameter(
              description =
                  "what it is called: 1 to 64 letters, digits, `.`, `_`, `-`; the first twelve "
                      + "digits of its hash where it is left out")
          @QueryParam("name")
          String name,
      @Parameter(description = "its hash") @QueryParam("sha256") String sha256,
      @Context HttpServletRequest request) {
    ModelArrivals.Added added = arrivals.add(body, given(name), given(sha256));
    AuditNote.about(request, added.model().name());
    AuditNote.detail(request, "sha256 " + added.model().sha256());
    return Response.status(added.isNew() ? Response.Status.CREATED : Response.Status.OK)
        .entity(entry(added.model()))
        .build();
  }

  private static Optional<String> given(String parameter) {
    return Optional.ofNullable(parameter).filter(text -> !text.isBlank());
  }

  @DELETE
  @Path("{sha256}")
  @Operation(summary = "Removes a model")
  @APIResponse(responseCode = "204", description = "It is gone.")
  @APIResponse(responseCode = "404", description = "There is no such model.")
  @APIResponse(
      responseCode = "409",
      description = "It came with the build, is in use, or unfinished jobs go by it.")
  public void remove(@Parameter(description = "its hash") @PathParam("sha256") String sha256) {
    models.remove(sha256);
  }

  private ShelfEntry entry(ShelfModel model) {
    String sha256 = model.sha256();
    return new ShelfEntry(
        model.name(),
        sha256,
        model.card().classes(),
        model.card().inputSize(),
        model.card().licence(),
        model.card().source(),
        model.card().confidence(),
        sha256.equals(pool.sha256()),
        pace.of(sha256),
        model.isBundled(),
        model.bytes(),
        model.addedAt(),
        pool.jobs(sha256));
  }
}
