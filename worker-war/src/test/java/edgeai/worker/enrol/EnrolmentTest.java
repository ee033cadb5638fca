package edgeai.worker.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import edgeai.common.door.OwnSecret;
import edgeai.common.door.SentBearer;
import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.OnnxWriter;
import edgeai.common.fixture.TestThreads;
import edgeai.common.inference.EngineInUse;
import edgeai.common.metrics.StageTimes;
import edgeai.common.network.ConfiguredCalls;
import edgeai.common.process.OwnPort;
import edgeai.common.vision.ModelException;
import edgeai.settings.SettingReader;
import edgeai.worker.coordinator.CoordinatorClient;
import edgeai.worker.infer.WorkerModel;
import edgeai.worker.settings.WorkerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker whose coordinator has a model that cannot be used here. */
class EnrolmentTest {
  private static final OwnPort OPEN =
      new OwnPort() {
        @Override
        public void watch() {}

        @Override
        public void awaitOpen() {}
      };

  private static final byte[] UNUSABLE =
      new OnnxWriter()
          .input("images", 1, 3, 64, 64)
          .output("output0", 1, 7, 100)
          .externalFloats("head", "elsewhere.data", 1, 7, 100)
          .node("Identity", List.of("head"), "output0")
          .toBytes();

  @TempDir private Path folder;

  private final TestThreads threads = new TestThreads();
  private final MutableClock clock = new MutableClock();
  private final Queue<String> introductions = new ConcurrentLinkedQueue<>();
  private HttpServer coordinator;
  private ModelFetch model;
  private Enrolment enrolment;

  @BeforeEach
  void start() throws IOException {
    coordinator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    coordinator.createContext("/", this::answer);
    coordinator.start();
    Map<String, String> values =
        Map.of(
            "DATA_DIR",
            folder.toString(),
            "WORKER_ID",
            "pi",
            "COORDINATOR_URL",
            "http://127.0.0.1:" + coordinator.getAddress().getPort());
    WorkerSettings settings = WorkerSettings.read(new SettingReader(values::get));
    WorkerModel worker =
        new WorkerModel(
            settings,
            new StageTimes(),
            new EngineInUse(Optional.empty(), clock),
            new FiredEvents());
    CoordinatorClient client =
        new CoordinatorClient(settings, SentBearer.NONE, new ConfiguredCalls(List.of()));
    model = new ModelFetch(settings, client, worker, clock);
    WantedModels wanted = new WantedModels(settings, model, worker, clock, threads.managed());
    enrolment =
        new Enrolment(
            settings,
            client,
            new OwnSecret(),
            model,
            worker,
            wanted,
            OPEN,
            clock,
            threads.managed());
  }

  @AfterEach
  void end() {
    threads.close();
    coordinator.stop(0);
  }

  @Test
  void itIsListedWithTheReasonAndGetsNoFrames() {
    enrolment.start(this);

    await().atMost(Duration.ofMinutes(1)).until(() -> !introductions.isEmpty());
    assertThat(introductions.peek())
        .contains("\"capabilities\":[]")
        .contains("the pool's model cannot be used: it keeps weights in another file")
        .doesNotContain("model_sha256");
    await().until(enrolment::isEnrolled);
    assertThat(enrolment.trouble().orElseThrow()).contains("elsewhere.data");
  }

  @Test
  void theSameModelIsNotLoadedAtEveryTurn() {
    Throwable first = catchThrowable(() -> model.ensureModel());
    assertThat(first).isInstanceOf(ModelException.class);
    clock.advance(Duration.ofMinutes(4));
    assertThat(catchThrowable(() -> model.ensureModel())).isSameAs(first);
    clock.advance(Duration.ofMinutes(2));
    assertThat(catchThrowable(() -> model.ensureModel()))
        .isInstanceOf(ModelException.class)
        .isNotSameAs(first);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.equals("/register-worker")) {
      introductions.add(new String(body, StandardCharsets.UTF_8));
      send(exchange, 201, "{\"data\":{}}".getBytes(StandardCharsets.UTF_8));
    } else if (path.equals("/model")) {
      String json = "{\"name\":\"net\",\"sha256\":\"%s\"}".formatted(sha256());
      send(exchange, 200, json.getBytes(StandardCharsets.UTF_8));
    } else {
      send(exchange, 200, UNUSABLE);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(UNUSABLE));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
