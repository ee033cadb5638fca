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
import edgeai.common.wire.WorkerHeartbeat;
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

/** How workers join, stay and leave. */
@Tag(name = "Workers")
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
  @Operation(
      summary = "Joins the pool",
      description =
          "A registration under a known id takes the place of the one before; its frames "
              + "in flight go back to the queue. An id belongs to who registered it.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = WorkerRegistration.class),
              examples =
                  @ExampleObject(
                      name = "usual",
                      value =
                          "{\"worker_id\":\"laptop-7\",\"hostname\":\"laptop-7\",\"ip_address\":\"192.168.1.34\",\"port\":9001,\"capabilities\":[\"yolov8n\"]}")))
  @APIResponse(
      responseCode = "201",
      description = "The worker is in the pool.",
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      allOf = Confirmation.class,
                      properties = @SchemaProperty(name = "data", implementation = Worker.class),
                      requiredProperties = "data")))
  @APIResponse(
      responseCode = "409",
      description = "The id or the address is another's, or the coordinator's own.")
  @APIResponse(responseCode = "429", description = "The owner has its share of the pool.")
  @APIResponse(responseCode = "503", description = "All `MAX_WORKERS` places are taken.")
  public Response registerWorker(InputStream body, @Context HttpServletRequest request) {
    return registered(WorkerReader.registerWorker(JsonInput.parse(body)), request);
  }

  @POST
  @Path("workers/register")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Joins the pool, with one host",
      description =
          "The same as `POST /register-worker` for agents that know only one name of "
              + "themselves.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      properties = {
                        @SchemaProperty(
                            name = "worker_id",
                            type = SchemaType.STRING,
                            description = "by which the pool knows it"),
                        @SchemaProperty(
                            name = "host",
                            type = SchemaType.STRING,
                            description = "where it takes frames: a name or an IP address"),
                        @SchemaProperty(
                            name = "port",
                            type = SchemaType.INTEGER,
                            description = "where it takes frames, 1 to 65535"),
                        @SchemaProperty(
                            name = "capabilities",
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            description = "what it can do; frames go to those that name `yolov8n`")
                      },
                      requiredProperties = {"worker_id", "host", "port"}),
              examples =
                  @ExampleObject(
                      name = "usual",
                      value =
                          "{\"worker_id\":\"laptop-7\",\"host\":\"192.168.1.34\",\"port\":9001,\"capabilities\":[\"yolov8n\"]}")))
  @APIResponse(
      responseCode = "201",
      description = "The worker is in the pool.",
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      allOf = Confirmation.class,
                      properties = @SchemaProperty(name = "data", implementation = Worker.class),
                      requiredProperties = "data")))
  @APIResponse(
      responseCode = "409",
      description = "The id or the address is another's, or the coordinator's own.")
  @APIResponse(responseCode = "429", description = "The owner has its share of the pool.")
  @APIResponse(responseCode = "503", description = "All `MAX_WORKERS` places are taken.")
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
  @Operation(
      summary = "The pool",
      description = "Workers that are silent for 24 h are dropped from it.")
  public List<Worker> workers() {
    return roster.list();
  }

  @POST
  @Path("heartbeat/{id}")
  @Operation(
      summary = "A worker lives",
      description =
          "An agent says every 10 s that it lives; after 20 s of silence it gets no "
              + "frames, after 30 s it is `offline`. The body may be left out.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = WorkerHeartbeat.class),
              examples = @ExampleObject(name = "usual", value = "{\"models\":[],\"note\":null}")),
      required = false)
  @APIResponseSchema(value = HeartbeatHeard.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(
      responseCode = "404",
      description = "There is no such worker, or it is another's: register again.")
  public HeartbeatHeard heartbeat(
      @Parameter(description = "id of the worker") @PathParam("id") String id,
      InputStream body,
      @Context HttpServletRequest request) {
    if (!fleet.heartbeat(id, ownerOf(request), WorkerReader.heartbeat(body))) {
      throw unknown(id);
    }
    return new HeartbeatHeard(
        true, "Heartbeat of %s received.".formatted(id), roster.wantedModels());
  }

  @POST
  @Path("workers/{id}/heartbeat")
  @Operation(summary = "A worker lives", description = "The same as `POST /heartbeat/{id}`.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = WorkerHeartbeat.class)),
      required = false)
  @APIResponseSchema(value = HeartbeatHeard.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(
      responseCode = "404",
      description = "There is no such worker, or it is another's: register again.")
  public HeartbeatHeard workersHeartbeat(
      @Parameter(description = "id of the worker") @PathParam("id") String id,
      InputStream body,
      @Context HttpServletRequest request) {
    return heartbeat(id, body, request);
  }

  /** Nothing is held against it any more: its quarantine, its probation, its owner's name. */
  @POST
  @Path("workers/{id}/pardon")
  @Operation(
      summary = "Nothing is held against a worker any more",
      description = "Ends its quarantine, its probation and what its owner is known for.")
  @APIResponseSchema(value = Confirmation.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "404", description = "There is no such worker.")
  public Confirmation pardon(
      @Parameter(description = "id of the worker") @PathParam("id") String id) {
    if (!fleet.pardon(id)) {
      throw unknown(id);
    }
    return Confirmation.of("Nothing is held against worker %s any more.".formatted(id));
  }

  @DELETE
  @Path("workers/{id}")
  @Operation(
      summary = "Takes a worker out of the pool",
      description =
          "Its frames in flight go back to the queue. A node takes out what is its own, "
              + "an operator any.")
  @APIResponseSchema(value = Confirmation.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "404", description = "There is no such worker.")
  @APIResponse(responseCode = "409", description = "It is the coordinator's own, or another's.")
  public Confirmation remove(
      @Parameter(description = "id of the worker") @PathParam("id") String id,
      @Context HttpServletRequest request) {
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
