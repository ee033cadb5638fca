package edgeai.worker.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import edgeai.common.door.SentBearer;
import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.QuietLog;
import edgeai.common.fixture.TestThreads;
import edgeai.common.inference.EngineInUse;
import edgeai.common.metrics.StageTimes;
import edgeai.common.network.ConfiguredCalls;
import edgeai.settings.SettingReader;
import edgeai.worker.coordinator.CoordinatorClient;
import edgeai.worker.infer.ModelInUse;
import edgeai.worker.infer.WorkerModel;
import edgeai.worker.settings.WorkerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A worker fetches what its coordinator wants, real and small models. */
@ExtendWith(QuietLog.class)
class WantedModelsTest {
  @TempDir private Path folder;

  private final TestThreads threads = new TestThreads();
  private final MutableClock clock = new MutableClock();
  private final FiredEvents events = new FiredEvents();
  private final Map<String, byte[]> models = new LinkedHashMap<>();
  private final Queue<String> fetched = new ConcurrentLinkedQueue<>();
  private final AtomicInteger opened = new AtomicInteger();
  private HttpServer coordinator;
  private WorkerModel model;
  private WantedModels wanted;

  @BeforeEach
  void start() throws IOException {
    coordinator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    coordinator.createContext("/", this::answer);
    coordinator.start();
    start(Map.of());
  }

  private void start(Map<String, String> more) {
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "DATA_DIR",
                folder.toString(),
                "PROVIDER",
                "cpu",
                "INFER_CALLERS",
                "1",
                "COORDINATOR_URL",
                "http://127.0.0.1:" + coordinator.getAddress().getPort()));
    values.putAll(more);
    WorkerSettings settings = WorkerSettings.read(new SettingReader(values::get));
    model =
        new WorkerModel(
            settings, new StageTimes(), new EngineInUse(Optional.empty(), clock), events);
    ModelFetch fetch =
        new ModelFetch(
            settings,
            new CoordinatorClient(settings, SentBearer.NONE, new ConfiguredCalls(List.of())),
            model,
            clock);
    wanted = new WantedModels(settings, fetch, model, clock, threads.managed());
  }

  @AfterEach
  void end() {
    threads.close();
    coordinator.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body =
        path.equals("/models")
            ? models.keySet().stream()
                .map(
                    hash -> "{\"sha256\":\"%s\",\"name\":\"m-%s\"}".formatted(hash, hash.charAt(0)))
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8)
            : models.get(path.replace("/model/", ""));
    if (path.startsWith("/model/")) {
      fetched.add(path.replace("/model/", ""));
    }
    exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
    if (body != null) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private String offer(byte[] bytes) throws Exception {
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    models.put(hash, bytes);
    return hash;
  }

  private String offer(String author) throws Exception {
    return offer(BlobModel.standard().withInput(64, 64).withAuthor(author).toBytes());
  }

  private void want(String... hashes) {
    wanted.want(List.of(hashes), opened::incrementAndGet);
  }

  private boolean isKept(String hash) {
    return Files.exists(folder.resolve("models").resolve(hash + ".onnx"));
  }

  @Test
  void whatIsWantedIsFetchedOpenedAndUsedAndWhatIsNotCloses() throws Exception {
    String first = offer("first");
    String second = offer("second");

    want(first);
    await().until(() -> model.open().equals(List.of(first)));
    assertThat(model.card().orElseThrow().name()).isEqualTo("m-" + first.charAt(0));
    await().until(() -> opened.get() == 1);

    want(second, first);
    await().until(() -> model.open().equals(List.of(second, first)));
    await().until(() -> opened.get() == 2);

    want(second);
    await().until(() -> model.open().equals(List.of(second)));
    want(first);
    await().until(() -> model.open().equals(List.of(first)));
    assertThat(fetched).as("the file was kept").containsExactly(first, second);
    assertThat(events.of(ModelInUse.class).stream().map(event -> event.card().sha256()))
        .containsExactly(first, second, first);
    assertThat(wanted.trouble()).isEmpty();
  }

  @Test
  void oneThatCannotBeUsedIsToldOfAndTheOthersAreUsed() throws Exception {
    String first = offer("first");
    String bad = offer("no model".getBytes(StandardCharsets.UTF_8));
    want(first);
    await().until(() -> model.open().equals(List.of(first)));

    want(bad, first);

    await().until(() -> wanted.trouble().isPresent());
    assertThat(wanted.trouble().orElseThrow())
        .startsWith("the pool's model cannot be used: it does not run as an ONNX model");
    assertThat(model.open()).containsExactly(first);
    want(first);
    await().until(() -> wanted.trouble().isEmpty());
  }

  @Test
  void oneThatDoesNotComeIsTriedAgain() throws Exception {
    String first = offer("first");
    byte[] bytes = models.put(first, new byte[3]);
    want(first);
    await().until(() -> !fetched.isEmpty());
    assertThat(model.open()).isEmpty();

    models.put(first, bytes);

    await()
        .until(
            () -> {
              want(first);
              return model.open().equals(List.of(first));
            });
  }

  @Test
  void filesThatAreNotInUseAreFew() throws Exception {
    List<String> hashes =
        List.of(offer("a"), offer("b"), offer("c"), offer("d"), offer("e"), offer("f"));
    for (String hash : hashes) {
      clock.advanceSeconds(60);
      want(hash);
      await().until(() -> model.open().equals(List.of(hash)));
    }

    await().until(() -> !isKept(hashes.get(0)) && !isKept(hashes.get(1)));
    assertThat(hashes.subList(2, 6)).allMatch(this::isKept);
  }

  @Test
  void aWorkerWithAModelOfItsOwnKeepsIt() throws Exception {
    start(Map.of("MODEL", BlobModel.standard().write(folder.resolve("own.onnx")).toString()));
    model.useOwn();
    List<String> own = model.open();

    want(offer("first"));

    assertThat(model.open()).isEqualTo(own);
    assertThat(fetched).isEmpty();
  }
}
