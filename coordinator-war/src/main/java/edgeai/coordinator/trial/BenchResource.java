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

/** {@code POST /models/{sha256}/bench}. */
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
  public ModelBench bench(@PathParam("sha256") String sha256, InputStream body) {
    JsonInput in = JsonInput.parse(body);
    Optional<String> job = in.hasValue("job_id") ? Optional.of(in.id("job_id")) : Optional.empty();
    int frames = in.hasValue("frames") ? in.integer("frames", 1, MOST) : USUAL;
    return trial.run(sha256, job, frames);
  }
}
