package edgeai.cli.client;

import static edgeai.cli.client.CoordinatorAnswer.body;
import static edgeai.cli.client.CoordinatorAnswer.escape;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Speaks to a coordinator; what it answers beside 2xx becomes an {@link IOException}. */
public final class PoolClient {
  /** As many as fit into little memory, however much is in each. */
  private static final int PAGE = 500;

  private final Web web;
  private final URI address;

  public PoolClient(Web web, URI address) {
    this.web = web;
    this.address = address;
  }

  /** How a job stands. */
  public JsonNode job(String id) throws IOException, InterruptedException {
    return body(web.get(address.resolve("/jobs/" + escape(id))));
  }

  /** The newest 100 jobs, the newest first. */
  public JsonNode newestJobs() throws IOException, InterruptedException {
    return body(web.get(address.resolve("/jobs")));
  }

  /** Cancels a job that runs or waits, removes one that ended. */
  public void deleteJob(String id) throws IOException, InterruptedException {
    body(web.delete(address.resolve("/jobs/" + escape(id))));
  }

  /** How many frames have a result. */
  public double framesDone() throws IOException, InterruptedException {
    return body(web.get(address.resolve("/metrics"))).path("frames").path("total").asDouble();
  }

  /** The workers of the pool. */
  public JsonNode workers() throws IOException, InterruptedException {
    return body(web.get(address.resolve("/workers")));
  }

  /** Every frame of every job, accounted for. */
  public LedgerReport ledger() throws IOException, InterruptedException {
    return new LedgerReport(body(web.get(address.resolve("/ledger"))));
  }

  /** What the pool's model can find. */
  public JsonNode classes() throws IOException, InterruptedException {
    return body(web.get(address.resolve("/model"))).path("classes");
  }

  /** Hands over every frame of a job, page by page. */
  public void frames(String job, Consumer<JsonNode> reader)
      throws IOException, InterruptedException {
    String path = "/jobs/" + escape(job) + "/frames?limit=" + PAGE;
    Optional<String> cursor = Optional.empty();
    do {
      String rest = cursor.map(next -> "&cursor=" + escape(next)).orElse("");
      HttpResponse<String> page = web.get(address.resolve(path + rest));
      body(page).forEach(reader);
      cursor = page.headers().firstValue("Next-Cursor");
    } while (cursor.isPresent());
  }

  /**
   * Uploads a video and gives the id of its job.
   *
   * @param sampleFps empty for the coordinator's own choice
   * @param progress hears the percentage that was read for sending
   */
  public String upload(Path video, String sampleFps, DoubleConsumer progress)
      throws IOException, InterruptedException {
    String query = sampleFps.isEmpty() ? "" : "?sample_fps=" + escape(sampleFps);
    URI target = address.resolve("/upload-video" + query);
    return body(web.send(new VideoUpload(video, progress).to(target))).path("job_id").asText();
  }
}
