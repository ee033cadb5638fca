package edgeai.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.settings.Program;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who writes a client has one generated from the document, and needs nothing else. */
@OnServers
class GeneratedClientIT {
  private static final int FRAMES = 6;

  private final Pool pool;

  GeneratedClientIT(Pool pool) {
    this.pool = pool;
  }

  @ParameterizedTest
  @EnumSource(names = {"COORDINATOR", "ADMIN"})
  void theGeneratorReadsTheDocumentWithoutARemark(Program server) throws Exception {
    assertThat(ClientGenerator.remarks(server)).isEmpty();
  }

  @Test
  @Tag("long")
  void itUploadsAVideoAndReadsItsResults() throws Exception {
    Path client = ClientGenerator.generate(Program.COORDINATOR);
    Path program = Path.of(getClass().getResource("VideoClient.java").toURI());
    Path video = Traffic.write("generated-client.mp4", FRAMES);
    List<?> told;
    try (URLClassLoader classes = ClientGenerator.compile(client, program)) {
      @SuppressWarnings("unchecked")
      Function<String[], List<String>> use =
          (Function<String[], List<String>>)
              classes.loadClass("edge.use.VideoClient").getConstructor().newInstance();
      told = use.apply(new String[] {pool.http().origin(), video.toString()});
    }
    assertThat(told).hasSize(FRAMES + 2);
    assertThat(told.subList(0, FRAMES)).isEqualTo(asShownByTheServer());
    assertThat(told.get(FRAMES)).isEqualTo("completed of %d frames".formatted(FRAMES));
    assertThat(String.valueOf(told.get(FRAMES + 1))).startsWith("404 {").contains("nothing");
  }

  /** The newest job, read without the client. */
  private List<String> asShownByTheServer() {
    JobClient jobs = new JobClient(pool.http());
    String newest = pool.http().get("/jobs").expect(200).objects().get(0).getString("job_id");
    return jobs.frames(newest).stream().map(GeneratedClientIT::line).toList();
  }

  private static String line(JsonObject frame) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    frame.getJsonObject("object_counts").forEach((label, n) -> counts.put(label, number(n)));
    return "%d %s %s".formatted(frame.getInt("frame_index"), frame.getString("status"), counts);
  }

  private static int number(Object json) {
    return Integer.parseInt(json.toString());
  }
}
