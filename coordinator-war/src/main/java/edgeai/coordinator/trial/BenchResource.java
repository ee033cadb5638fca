package edgeai.coordinator.trial;

import edgeai.common.http.JsonInput;
import edgeai.common.wire.ModelBench;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;
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

/** {@code POST /models/{sha256}/bench}. */
@Tag(name = "Models")
@Path("/models/{sha256}/bench")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class BenchResource {
  private static final int USUAL = 40;
  private static final int MOST = 120;

  private final ModelTrial trial;

  @Inject
  public BenchResource(ModelTrial trial) {
    this.trial = trial;
  }

  /** For the container's proxy. */
  BenchResource() {
    this(null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Tries a model",
      description =
          "Each worker does six pictures with it; with a job, frames of that are "
              + "compared with what it found. Takes 90 s at most.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      properties = {
                        @SchemaProperty(
                            name = "job_id",
                            type = SchemaType.STRING,
                            description =
                                "a job that has ended, whose frames are compared; may be left out"),
                        @SchemaProperty(
                            name = "frames",
                            type = SchemaType.INTEGER,
                            description = "how many, 1 to 120; 40 where it is left out")
                      }),
              examples = @ExampleObject(name = "usual", value = "{\"frames\":40}")))
  @APIResponseSchema(value = ModelBench.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "404", description = "There is no such model or job.")
  @APIResponse(responseCode = "409", description = "The job has not ended, or its upload is gone.")
  @APIResponse(responseCode = "503", description = "Another is being tried.")
  public ModelBench bench(
      @Parameter(description = "hash of the model") @PathParam("sha256") String sha256,
      InputStream body) {
    JsonInput in = JsonInput.parse(body);
    Optional<String> job = in.hasValue("job_id") ? Optional.of(in.id("job_id")) : Optional.empty();
    int frames = in.hasValue("frames") ? in.integer("frames", 1, MOST) : USUAL;
    return trial.run(sha256, job, frames);
  }
}
