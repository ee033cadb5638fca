package edgeai.cli.shelf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import edgeai.cli.client.PoolClient;
import edgeai.cli.client.ShelfClient;
import edgeai.cli.console.Console;
import edgeai.cli.console.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Does what is wished of a pool's models, and says what became of it. */
public final class ShelfDesk {
  private static final String WHO = "model";
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final Console console;
  private final ShelfClient shelf;
  private final PoolClient pool;

  public ShelfDesk(Console console, ShelfClient shelf, PoolClient pool) {
    this.console = console;
    this.shelf = shelf;
    this.pool = pool;
  }

  /**
   * @param json as the coordinator tells it, for programs
   */
  public void list(boolean json) throws IOException, InterruptedException {
    ModelList models = models();
    print(json ? pretty(models.models()) : models.lines());
  }

  /** As for {@link #list}. */
  public void show(String name, boolean json) throws IOException, InterruptedException {
    JsonNode model = models().named(name);
    print(json ? pretty(model) : ModelFacts.lines(model));
  }

  /**
   * @param name empty for the coordinator's choice
   * @param sha256 empty where any will do
   */
  public void add(Path file, Optional<String> name, Optional<String> sha256)
      throws IOException, InterruptedException {
    Progress progress = new Progress(console, WHO, "sent", BETWEEN_LINES);
    JsonNode model;
    try {
      model = shelf.add(file, name, sha256, percent -> progress.show(percent, proving(percent)));
    } finally {
      progress.end();
    }
    String called = PlainWords.text(model.path("name"));
    say(
        "%s is on the shelf: %d classes, input %s, licence %s, SHA-256 %s"
            .formatted(
                called,
                model.path("classes").size(),
                PlainWords.text(model.path("input")),
                PlainWords.licence(model, 60),
                PlainWords.text(model.path("sha256"))));
    if (!ModelList.isInUse(model)) {
      say("./edge model use %s has the pool go by it".formatted(called));
    }
  }

  private static String proving(double percent) {
    return percent < 100 ? "" : "the coordinator proves it";
  }

  /** Has the pool go by a model, of whichever the others are then. */
  public void use(String name) throws IOException, InterruptedException {
    ModelList models = models();
    JsonNode wished = models.named(name);
    JsonNode before = models.inUse();
    String called = PlainWords.text(wished.path("name"));
    if (ModelList.isInUse(wished)) {
      say(called + " is in use already");
      return;
    }
    shelf.use(wished.path("sha256").asText());
    say("%s is in use: new jobs and pictures go by it".formatted(called));
    int running = before.path("running_jobs").asInt();
    String last = PlainWords.text(before.path("name"));
    if (running > 0) {
      say(
          (running == 1 ? "1 job ends" : running + " jobs end")
              + " with %s, as begun".formatted(last));
    }
    say("./edge model use %s switches back".formatted(last));
  }

  public void remove(String name) throws IOException, InterruptedException {
    JsonNode model = models().named(name);
    shelf.remove(model.path("sha256").asText());
    say(PlainWords.text(model.path("name")) + " is removed");
  }

  /**
   * Measures models one after the other.
   *
   * @param names empty for all of them
   * @param job the newest that was completed where it is not named
   */
  public void measure(List<String> names, Optional<String> job, boolean json)
      throws IOException, InterruptedException {
    ModelList models = models();
    List<JsonNode> wished =
        names.isEmpty() ? each(models.models()) : names.stream().map(models::named).toList();
    Optional<String> compared = job.isPresent() ? job : newestCompleted();
    List<JsonNode> results = new ArrayList<>();
    for (JsonNode model : wished) {
      console.progress("measuring " + PlainWords.text(model.path("name")));
      results.add(shelf.measure(model.path("sha256").asText(), compared));
    }
    console.progress("");
    if (json) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      print(pretty(all.addAll(results)));
      return;
    }
    print(new Measurements(results).lines());
    console.print("");
    console.print("ms a frame on each worker" + explained(results, compared));
  }

  /** What the agreement is one with. */
  private static String explained(List<JsonNode> results, Optional<String> job) {
    return results.stream()
        .filter(result -> result.path("agreement").isNumber())
        .findFirst()
        .map(
            result ->
                "; agreement (F1 at IoU 0.5) with what %s found in job %s, on %d frames of it"
                    .formatted(
                        PlainWords.text(result.path("compared_with")),
                        job.orElse(PlainWords.NOTHING),
                        result.path("frames").asInt()))
        .orElse("; no job was completed yet that they could be compared on");
  }

  private Optional<String> newestCompleted() throws IOException, InterruptedException {
    return each(pool.newestJobs()).stream()
        .filter(job -> job.path("status").asText().equals("completed"))
        .map(job -> job.path("job_id").asText())
        .findFirst();
  }

  private ModelList models() throws IOException, InterruptedException {
    return new ModelList(shelf.models());
  }

  private static List<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  private static List<String> pretty(JsonNode said) {
    return said.toPrettyString().lines().toList();
  }

  private void print(List<String> lines) {
    lines.forEach(console::print);
  }

  private void say(String what) {
    console.event(WHO, what);
  }
}
