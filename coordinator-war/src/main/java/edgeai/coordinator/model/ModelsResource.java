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

/** The models there are: listed, added and removed. */
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
  public List<ShelfEntry> models() {
    return shelf.all().stream()
        .map(this::entry)
        .sorted(Comparator.comparing(entry -> !entry.inUse()))
        .toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public Response add(
      InputStream body,
      @QueryParam("name") String name,
      @QueryParam("sha256") String sha256,
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
  public void remove(@PathParam("sha256") String sha256) {
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
