package edgeai.cli.client;

import static edgeai.cli.client.CoordinatorAnswer.body;
import static edgeai.cli.client.CoordinatorAnswer.escape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** The models of a coordinator; what it answers beside 2xx becomes an {@link IOException}. */
public final class ShelfClient {
  /**
   * A model is opened and proven before it is answered for, which on a busy machine takes minutes.
   */
  private static final Duration PROVING_LIMIT = Duration.ofMinutes(5);

  /** A coordinator ends a measurement by itself. */
  private static final Duration MEASURING_LIMIT = Duration.ofMinutes(10);

  private static final long SLOWEST_BYTES_PER_SECOND = 1_000_000;

  private final Web web;
  private final URI address;

  public ShelfClient(Web web, URI address) {
    this.web = web;
    this.address = address;
  }

  /** All models, the one in use first. */
  public JsonNode models() throws IOException, InterruptedException {
    return body(web.get(address.resolve("/models")));
  }

  /**
   * Hands over a model's file.
   *
   * @param name what it will be called; empty for the coordinator's choice
   * @param sha256 what its bytes must come to; empty for whatever they do
   * @param progress hears the percentage that was read for sending
   */
  public JsonNode add(
      Path file, Optional<String> name, Optional<String> sha256, DoubleConsumer progress)
      throws IOException, InterruptedException {
    long size = Files.size(file);
    String query =
        name.map(value -> "&name=" + escape(value)).orElse("")
            + sha256.map(value -> "&sha256=" + escape(value)).orElse("");
    return body(
        web.send(
            HttpRequest.newBuilder(address.resolve("/models" + query.replaceFirst("^&", "?")))
                .header("Content-Type", "application/octet-stream")
                .timeout(PROVING_LIMIT.plusSeconds(size / SLOWEST_BYTES_PER_SECOND))
                .POST(read(file, size, progress))
                .build()));
  }

  private static BodyPublisher read(Path file, long size, DoubleConsumer progress) {
    if (size == 0) {
      return BodyPublishers.noBody();
    }
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(() -> open(file, size, progress)), size);
  }

  private static InputStream open(Path file, long size, DoubleConsumer progress) {
    try {
      return new CountedInput(Files.newInputStream(file), size, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has the whole pool go by another model. */
  public JsonNode use(String name) throws IOException, InterruptedException {
    ObjectNode wish = JsonNodeFactory.instance.objectNode().put("name", name);
    return body(web.send(json("/model", PROVING_LIMIT).PUT(text(wish)).build()));
  }

  /** Takes a model off the shelf. */
  public void remove(String sha256) throws IOException, InterruptedException {
    body(web.delete(address.resolve("/models/" + escape(sha256))));
  }

  /**
   * Has a model measured on every worker, and on a job, where one is named.
   *
   * @param job what its detections are compared with; empty for nothing
   */
  public JsonNode measure(String sha256, Optional<String> job)
      throws IOException, InterruptedException {
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    job.ifPresent(id -> wish.put("job_id", id));
    return body(
        web.send(
            json("/models/" + escape(sha256) + "/bench", MEASURING_LIMIT)
                .POST(text(wish))
                .build()));
  }

  private HttpRequest.Builder json(String path, Duration limit) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("Content-Type", "application/json")
        .timeout(limit);
  }

  private static BodyPublisher text(ObjectNode said) {
    return BodyPublishers.ofString(said.toString());
  }
}
