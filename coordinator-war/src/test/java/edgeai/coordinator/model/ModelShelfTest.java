package edgeai.coordinator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.error.Conflict;
import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import edgeai.common.fixture.QuietLog;
import edgeai.common.metrics.StageTimes;
import edgeai.common.vision.BundledModel;
import edgeai.common.vision.CanaryPicture;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.coordinator.settings.TestSettings;
import edgeai.coordinator.store.TestLedger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The shelf and the pool's model over real files, a real database and real, small models. */
@OnBothDatabases
@ExtendWith(QuietLog.class)
class ModelShelfTest {
  private static final byte[] FIRST = small("first").toBytes();
  private static final byte[] SECOND = small("second").toBytes();

  @TempDir private Path folder;

  private final FiredEvents events = new FiredEvents();
  private TestLedger ledger;
  private Shelf shelf;
  private ModelFiles files;
  private ModelArrivals arrivals;
  private PoolModel pool;
  private ModelSwitch models;

  private static BlobModel small(String author) {
    return BlobModel.standard().withInput(64, 64).withAuthor(author);
  }

  @BeforeEach
  void start() {
    start(new String[0]);
  }

  @AfterEach
  void stop() {
    pool.close();
    ledger.close();
  }

  private void restart(String... more) {
    stop();
    start(more);
  }

  private void start(String... more) {
    String[] all =
        Stream.concat(
                Stream.of("DATA_DIR", folder.toString(), "PROVIDER", "cpu", "INFER_CALLERS", "1"),
                Stream.of(more))
            .toArray(String[]::new);
    CoordinatorSettings settings = TestSettings.with(all);
    ledger = new TestLedger(folder);
    BundledModels bundled = new BundledModels();
    ShelfRepository repository = new ShelfRepository(ledger.database(), ledger.writer());
    files = new ModelFiles(settings, bundled);
    ModelProof proof = new ModelProof(settings, new StageTimes());
    shelf = new Shelf(repository, files, bundled, proof);
    shelf.load();
    FirstModel first = new FirstModel(settings, repository, shelf, files, proof);
    pool = new PoolModel(settings, shelf, first, proof, events, new MutableClock());
    pool.open();
    models = new ModelSwitch(settings, shelf, first, pool);
    arrivals = new ModelArrivals(shelf, files, proof, new MutableClock());
  }

  private ModelArrivals.Added add(byte[] model, String name) {
    return arrivals.add(in(model), Optional.ofNullable(name), Optional.empty());
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private Refused refusal(byte[] model, String name, String sha256) {
    return Problems.of(
        () -> arrivals.add(in(model), Optional.ofNullable(name), Optional.ofNullable(sha256)));
  }

  private String by(String sha256) throws Exception {
    return pool.engine()
        .infer(
            EncodedPicture.of(CanaryPicture.jpeg()),
            OptionalDouble.empty(),
            Optional.ofNullable(sha256))
        .model();
  }

  private List<String> names() {
    return shelf.all().stream().map(ShelfModel::name).toList();
  }

  @Test
  void whatComesWithTheBuildIsThereAndOneOfItIsUsed() {
    List<String> ofBuild =
        Stream.of(BundledModel.values())
            .filter(BundledModel::isThere)
            .map(BundledModel::word)
            .sorted()
            .toList();

    assertThat(names()).isEqualTo(ofBuild);
    assertThat(shelf.all()).allMatch(ShelfModel::isBundled).allMatch(model -> model.bytes() > 0);
    assertThat(names()).contains(pool.card().name());
    assertThat(pool.wanted()).containsExactly(pool.sha256());
  }

  @Test
  void anAddedModelIsProvenAndKeptByItsHash() throws IOException {
    ModelArrivals.Added added = add(FIRST, "first");

    assertThat(added.isNew()).isTrue();
    assertThat(added.model().card().inputSize()).isEqualTo("64x64");
    assertThat(added.model().card().classes()).contains("car");
    assertThat(added.model().addedAt()).isNotNull();
    assertThat(files.added(added.model().sha256())).hasBinaryContent(FIRST);
    assertThat(add(FIRST, "other").model()).isEqualTo(added.model());
    assertThat(add(FIRST, "other").isNew()).isFalse();
    String hash = add(SECOND, null).model().sha256();
    assertThat(names()).contains("first", hash.substring(0, 12));
    restart();
    assertThat(shelf.require("first"))
        .usingRecursiveComparison()
        .ignoringFields("card.provider")
        .isEqualTo(added.model());
    assertThat(shelf.require(hash.substring(0, 6)).sha256()).isEqualTo(hash);
    assertThat(shelf.require(hash.toUpperCase()).sha256()).isEqualTo(hash);
  }

  @Test
  void whatWillNotDoIsRefusedAndLeavesNothing() throws IOException {
    add(FIRST, "first");
    byte[] nonsense = "nonsense".getBytes();

    assertThat(refusal(SECOND, "first", null))
        .isEqualTo(new Refused(409, "Another model is called first; choose another name."));
    assertThat(refusal(SECOND, "street", null).status()).isEqualTo(409);
    assertThat(refusal(SECOND, "../up", null).status()).isEqualTo(422);
    assertThat(refusal(SECOND, "x".repeat(65), null).status()).isEqualTo(422);
    assertThat(refusal(SECOND, "second", "ab")).matches(refused -> refused.status() == 422);
    assertThat(refusal(SECOND, "second", "ab".repeat(32)).detail())
        .startsWith("The model that came has the sha256 ")
        .endsWith("not %s; fetch it again.".formatted("ab".repeat(32)));
    assertThat(refusal(nonsense, "bad", null).status()).isEqualTo(422);
    assertThat(refusal(nonsense, "bad", null).detail())
        .startsWith("bad.onnx does not run as an ONNX model")
        .doesNotContain(folder.toString());
    assertThat(refusal(new byte[0], "bad", null).status()).isEqualTo(400);
    assertThat(Problems.of(() -> arrivals.add(broken(), Optional.empty(), Optional.empty())))
        .isEqualTo(new Refused(400, "The model broke off before it was complete."));
    try (Stream<Path> all = Files.list(files.added("x").getParent())) {
      assertThat(all.filter(file -> !file.toString().endsWith(".onnx"))).isEmpty();
    }
  }

  private static InputStream broken() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("reset");
      }
    };
  }

  @Test
  void aShelfThatIsFullTakesNoMore() {
    ShelfModel one = add(FIRST, "first").model();
    for (int i = 1; i < ModelArrivals.MOST; i++) {
      shelf.keep(
          new ShelfModel(
              new ModelCard(
                  "m" + i,
                  "%064x".formatted(i),
                  List.of("car"),
                  64,
                  64,
                  null,
                  null,
                  null,
                  0.4,
                  null),
              ShelfModel.Origin.ADDED,
              10,
              one.addedAt()));
    }

    assertThat(refusal(SECOND, "second", null))
        .isEqualTo(new Refused(507, "The shelf has 20 models already; remove one."));
    assertThat(add(FIRST, "first").isNew()).isFalse();
    models.remove("%064x".formatted(3));
    assertThat(add(SECOND, "second").isNew()).isTrue();
  }

  @Test
  void thePoolIsSwitchedAndSwitchedBackAndItsJobsKeepTheirs() throws Exception {
    String usual = pool.sha256();
    String first = add(FIRST, "first").model().sha256();
    pool.hold(usual);

    assertThat(models.to("first").name()).isEqualTo("first");

    assertThat(pool.sha256()).isEqualTo(first);
    assertThat(pool.wanted()).containsExactly(first, usual);
    assertThat(by(null)).isEqualTo(first);
    assertThat(by(usual)).isEqualTo(usual);
    assertThat(events.of(ModelsChanged.class).stream().map(ModelsChanged::open))
        .contains(List.of(first, usual));
    pool.release(usual);
    assertThat(pool.wanted()).containsExactly(first);
    assertThatThrownBy(() -> by(usual)).isInstanceOf(Conflict.class);
    models.to(usual);
    assertThat(by(null)).isEqualTo(usual);
    assertThatThrownBy(() -> by(first)).isInstanceOf(Conflict.class);
    assertThat(models.count()).isEqualTo(2);
  }

  @Test
  void aSwitchSurvivesARestartAndWhatIsSetWins() throws Exception {
    String usual = pool.card().name();
    String first = add(FIRST, "first").model().sha256();
    models.to("first");

    restart();
    assertThat(pool.card().name()).isEqualTo("first");
    assertThat(by(null)).isEqualTo(first);
    restart("MODEL", "street");
    assertThat(pool.card().name()).isEqualTo("street");
    assertThat(Problems.of(() -> models.to("first")))
        .isEqualTo(
            new Refused(
                409,
                "MODEL=street is set on the coordinator, which wins; start it without MODEL to switch."));
    restart();
    assertThat(pool.card().name()).isEqualTo("first");
    models.to(usual);
    restart();
    assertThat(pool.card().name()).isEqualTo(usual);
  }

  @Test
  void jobsThatAreTakenUpAgainGetTheirModelAndWhatWasSetForThemIsKept() throws Exception {
    Path set = small("set").write(folder.resolve("mine.onnx"));
    restart("MODEL", set.toString());
    String mine = pool.sha256();
    Files.delete(set);
    restart();

    pool.holdAgain(mine);
    pool.requireOpen(mine);
    pool.tidy();
    assertThat(by(mine)).isEqualTo(mine);
    assertThat(names()).contains("mine");
    pool.release(mine);
    restart();
    pool.tidy();
    assertThat(names()).doesNotContain("mine");
  }

  @Test
  void noMoreModelsAreOpenThanFit() {
    String usual = pool.sha256();
    String first = add(FIRST, "first").model().sha256();
    String second = add(SECOND, "second").model().sha256();
    add(small("third").toBytes(), "third");
    pool.hold(usual);
    models.to("first");
    pool.hold(first);
    models.to("second");
    pool.hold(second);

    assertThat(Problems.of(() -> models.to("third")).status()).isEqualTo(409);
    assertThat(pool.sha256()).isEqualTo(second);
    assertThat(Problems.of(() -> pool.holdForTrial(shelf.require("third").sha256())).status())
        .isEqualTo(409);
    models.to("first");
    assertThat(pool.openModels()).isEqualTo(3);
    pool.release(usual);
    assertThat(models.to("third").name()).isEqualTo("third");
    assertThat(pool.openModels()).isEqualTo(3);
  }

  @Test
  void aModelThatIsUsedOrCameWithTheBuildStays() {
    String usual = pool.sha256();
    String first = add(FIRST, "first").model().sha256();

    assertThat(Problems.of(() -> models.remove(usual)).detail())
        .contains("comes with the build and stays");
    models.to("first");
    assertThat(Problems.of(() -> models.remove(first)).detail())
        .isEqualTo("The model first is in use; switch to another first.");
    pool.hold(first);
    models.to(usual);
    assertThat(Problems.of(() -> models.remove(first)).detail())
        .isEqualTo(
            "1 jobs that have not ended go by the model first; wait for them, or cancel them.");
    pool.release(first);
    models.remove(first);
    assertThat(names()).doesNotContain("first");
    assertThat(files.added(first)).doesNotExist();
    assertThat(Problems.of(() -> models.to("first")).status()).isEqualTo(404);
    assertThat(Problems.of(() -> pool.hold(first)).status()).isEqualTo(409);
    assertThat(Problems.of(() -> models.remove(first)).status()).isEqualTo(404);
  }

  @Test
  void aDamagedFileIsNotUsedAndThePoolGoesOn() throws Exception {
    String usual = pool.sha256();
    String first = add(FIRST, "first").model().sha256();
    Files.write(files.added(first), SECOND);

    Refused refused = Problems.of(() -> models.to("first"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.detail()).contains("is damaged", first);
    assertThat(by(null)).isEqualTo(usual);
    assertThat(pool.wanted()).containsExactly(usual);
    Files.delete(files.added(first));
    assertThat(Problems.of(() -> models.to("first")).detail())
        .contains("There is no model file at");
    assertThat(add(FIRST, null).isNew()).isFalse();
    models.to("first");
    assertThat(by(null)).isEqualTo(first);
  }
}
