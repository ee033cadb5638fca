package edgeai.coordinator.roster;

import edgeai.common.error.NotFound;
import edgeai.common.http.JsonInput;
import edgeai.common.request.WorkerReader;
import edgeai.common.wire.Confirmation;
import edgeai.common.wire.HeartbeatHeard;
import edgeai.common.wire.Worker;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.fleet.Fleet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

  @Inject
  public WorkerResource(Fleet fleet, Roster roster) {
    this.fleet = fleet;
    this.roster = roster;
  }

  /** For the container's proxy. */
  WorkerResource() {
    this(null, null);
  }

  @POST
  @Path("register-worker")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response registerWorker(InputStream body) {
    return registered(WorkerReader.registerWorker(JsonInput.parse(body)));
  }

  @POST
  @Path("workers/register")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response workersRegister(InputStream body) {
    return registered(WorkerReader.workersRegister(JsonInput.parse(body)));
  }

  private Response registered(WorkerRegistration registration) {
    Worker worker = roster.show(fleet.register(registration));
    return Response.status(Response.Status.CREATED)
        .entity(
            Confirmation.With.of("Worker %s is registered.".formatted(worker.workerId()), worker))
        .build();
  }

  @GET
  @Path("workers")
  public List<Worker> workers() {
    return roster.list();
  }

  @POST
  @Path("heartbeat/{id}")
  public HeartbeatHeard heartbeat(@PathParam("id") String id, InputStream body) {
    if (!fleet.heartbeat(id, WorkerReader.heartbeat(body))) {
      throw unknown(id);
    }
    return new HeartbeatHeard(
        true, "Heartbeat of %s received.".formatted(id), roster.wantedModels());
  }

  @POST
  @Path("workers/{id}/heartbeat")
  public HeartbeatHeard workersHeartbeat(@PathParam("id") String id, InputStream body) {
    return heartbeat(id, body);
  }

  @DELETE
  @Path("workers/{id}")
  public Confirmation remove(@PathParam("id") String id) {
    if (!fleet.remove(id)) {
      throw unknown(id);
    }
    return Confirmation.of("Worker %s is removed.".formatted(id));
  }

  private static RuntimeException unknown(String id) {
    return new NotFound("There is no worker %s; it may register.".formatted(id));
  }
}
