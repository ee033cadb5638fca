package edgeai.coordinator.roster;

import edgeai.access.Role;
import edgeai.common.audit.AuditNote;
import edgeai.common.door.Asker;
import edgeai.common.error.Conflict;
import edgeai.common.error.NotFound;
import edgeai.common.http.JsonInput;
import edgeai.common.request.WorkerReader;
import edgeai.common.wire.Confirmation;
import edgeai.common.wire.HeartbeatHeard;
import edgeai.common.wire.Worker;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.Owner;
import edgeai.coordinator.fleet.WorkerNode;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;

/** How workers join, stay and leave. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class WorkerResource {
  private final Fleet fleet;
  private final Roster roster;
  private final WorkerStays stays;

  @Inject
  public WorkerResource(Fleet fleet, Roster roster, WorkerStays stays) {
    this.fleet = fleet;
    this.roster = roster;
    this.stays = stays;
  }

  /** For the container's proxy. */
  WorkerResource() {
    this(null, null, null);
  }

  @POST
  @Path("register-worker")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response registerWorker(InputStream body, @Context HttpServletRequest request) {
    return registered(WorkerReader.registerWorker(JsonInput.parse(body)), request);
  }

  @POST
  @Path("workers/register")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response workersRegister(InputStream body, @Context HttpServletRequest request) {
    return registered(WorkerReader.workersRegister(JsonInput.parse(body)), request);
  }

  private Response registered(WorkerRegistration registration, HttpServletRequest request) {
    AuditNote.about(request, registration.workerId());
    WorkerNode node = fleet.register(registration, ownerOf(request));
    stays.enter(node, Asker.of(request));
    Worker worker = roster.show(node);
    String id = worker.workerId();
    return Response.status(Response.Status.CREATED)
        .entity(Confirmation.With.of("Worker %s is registered.".formatted(id), worker))
        .build();
  }

  @GET
  @Path("workers")
  public List<Worker> workers() {
    return roster.list();
  }

  @POST
  @Path("heartbeat/{id}")
  public HeartbeatHeard heartbeat(
      @PathParam("id") String id, InputStream body, @Context HttpServletRequest request) {
    if (!fleet.heartbeat(id, ownerOf(request), WorkerReader.heartbeat(body))) {
      throw unknown(id);
    }
    return new HeartbeatHeard(
        true, "Heartbeat of %s received.".formatted(id), roster.wantedModels());
  }

  @POST
  @Path("workers/{id}/heartbeat")
  public HeartbeatHeard workersHeartbeat(
      @PathParam("id") String id, InputStream body, @Context HttpServletRequest request) {
    return heartbeat(id, body, request);
  }

  /** Nothing is held against it any more: its quarantine, its probation, its owner's name. */
  @POST
  @Path("workers/{id}/pardon")
  public Confirmation pardon(@PathParam("id") String id) {
    if (!fleet.pardon(id)) {
      throw unknown(id);
    }
    return Confirmation.of("Nothing is held against worker %s any more.".formatted(id));
  }

  @DELETE
  @Path("workers/{id}")
  public Confirmation remove(@PathParam("id") String id, @Context HttpServletRequest request) {
    WorkerNode node = fleet.find(id).orElseThrow(() -> unknown(id));
    requireMayRemove(Asker.of(request), node);
    if (!fleet.remove(node)) {
      throw unknown(id);
    }
    return Confirmation.of("Worker %s is removed.".formatted(id));
  }

  /** Nodes take out what is theirs, people whatever they like. */
  private static void requireMayRemove(Asker asker, WorkerNode node) {
    if (!node.isOf(new Owner(asker.owner())) && !asker.is(Role.OPERATOR)) {
      throw new Conflict("Worker %s belongs to another.".formatted(node.id()));
    }
  }

  private static Owner ownerOf(HttpServletRequest request) {
    return new Owner(Asker.of(request).owner());
  }

  private static RuntimeException unknown(String id) {
    return new NotFound("There is no worker %s; it may register.".formatted(id));
  }
}
