package edgeai.systemtests.chaos;

import static edgeai.systemtests.chaos.ChaosPool.FAR;
import static edgeai.systemtests.chaos.ChaosPool.NEAR;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.FreePort;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that is made to go wrong, in the order of the table. */
final class Faults {
  /** The undisturbed run stands first: what it finds, all others must find. */
  static final List<Fault> ALL =
      List.of(
          Fault.midway("none", "nothing goes wrong", scene -> {}),
          Fault.midway("kill", "worker killed (-9), started again", Faults::killWorker)
              .hurting(NEAR),
          Fault.midway("freeze", "worker frozen, then thawed", Faults::freeze).hurting(NEAR),
          Fault.midway("slow", "worker ten times slower", weather(tenTimesSlower())).lasting(10),
          Fault.midway("reset", "connections reset amid answers", weather(Weather.cutting(60)))
              .hurting(FAR),
          lie("garbage", "worker answers garbage", List.of(Liar.GARBAGE), PieceLiar.GARBAGE),
          lie(
              "other-frame",
              "worker answers about another frame",
              List.of(Liar.OTHER_FRAME),
              PieceLiar.OTHER_FRAME),
          lie(
              "nan",
              "boxes: NaN and out of range",
              List.of(Liar.NOT_A_NUMBER, Liar.OUT_OF_RANGE),
              PieceLiar.NOT_A_NUMBER,
              PieceLiar.OUT_OF_RANGE),
          lie("empty", "200 with an empty body", List.of(Liar.EMPTY), PieceLiar.EMPTY),
          lieOfPieces("broken-off", "piece cut off half-way", PieceLiar.BROKEN_OFF),
          lieOfPieces("gaps", "frames of a piece left out", PieceLiar.GAPS),
          lieOfPieces("outside", "answers from outside a piece", PieceLiar.OUTSIDE),
          lieOfPieces("twice", "a frame of a piece answered twice", PieceLiar.TWICE),
          Fault.midway("decoder-kill", "decoders killed (-9), again", DecoderFaults::ofOneWorker)
              .by(Way.PIECES)
              .lasting(10)
              .within(2),
          Fault.midway("decoder-crash", "decoders crash on a frame", DecoderFaults::onOneFrame)
              .by(Way.PIECES)
              .lasting(60),
          Fault.midway("flap", "worker 5 s up, 5 s down", Flapping::begin).lasting(22).within(4),
          Fault.early("other-model", "back with another model", Faults::otherModel).hurting(FAR),
          Fault.early("twins", "two workers under one id", Twins::begin),
          Fault.midway("black-hole", "connections half open", weather(Weather.BLACK_HOLE))
              .hurting(FAR),
          Fault.midway("slow-network", "network 100 kB/s, 200 ms late", weather(slowNetwork()))
              .lasting(10),
          Fault.midway("coordinator-kill", "coordinator killed (-9)", CoordinatorEnds::killed),
          Fault.midway("upload-kill", "the same amid an upload", CoordinatorEnds::killedAmidUpload),
          Fault.midway("admin-away", "admin server away", Faults::adminAway).lasting(10),
          Fault.midway(
              "coordinator-term", "coordinator ended (TERM)", CoordinatorEnds::terminated));

  private Faults() {}

  static Fault of(String key) {
    return ALL.stream().filter(fault -> fault.key().equals(key)).findFirst().orElseThrow();
  }

  /**
   * Several kinds of liars at once, each beside the honest workers.
   *
   * @param ofFrames in jobs by frames, and as workers that take nothing else in jobs by pieces
   * @param ofPieces in jobs by pieces, under the same ids
   */
  static Fault lie(String key, String title, List<Liar> ofFrames, PieceLiar... ofPieces) {
    return Fault.early(
            key,
            title,
            scene ->
                (scene.way() == Way.PIECES ? List.of(ofPieces) : ofFrames)
                    .forEach(liar -> liar.join(scene)))
        .hurting(ids(ofPieces))
        .by(Way.values());
  }

  /** Liars who do something of a piece, which counts. */
  private static Fault lieOfPieces(String key, String title, PieceLiar liar) {
    return Fault.early(
            key,
            title,
            scene -> {
              liar.join(scene);
              scene.afterwards(() -> requireSomeDoneBy(liar.id(), scene));
            })
        .hurting(liar.id())
        .by(Way.PIECES);
  }

  private static String[] ids(PieceLiar... liars) {
    return Stream.of(liars).map(Impostor::id).toArray(String[]::new);
  }

  private static void requireSomeDoneBy(String worker, Scene scene) {
    assertThat(scene.pool().jobs().frames(scene.job()))
        .as("frames that %s did of pieces", worker)
        .anyMatch(frame -> frame.getString("worker_id").equals(worker));
  }

  private static Fault.Act weather(Weather weather) {
    return scene -> {
      FaultyProxy proxy = scene.pool().proxy();
      proxy.set(weather);
      // connections of the old weather go with it
      scene.atEnd(
          () -> {
            proxy.set(Weather.REFUSING);
            proxy.set(Weather.CLEAR);
          });
    };
  }

  private static Weather tenTimesSlower() {
    return Weather.delayed(Duration.ofMillis(400));
  }

  private static Weather slowNetwork() {
    return Weather.slow(100_000, Duration.ofMillis(200));
  }

  /** Amid its work: what it had done counts, and only that. */
  private static void killWorker(Scene scene) {
    await("the worker has done something and has more")
        .atMost(Duration.ofMinutes(1))
        .until(() -> isAtWork(scene));
    scene.pool().near().kill();
    Map<Long, String> done = doneBy(NEAR, scene);
    scene.atEnd(scene.pool()::startNearAgain);
    scene.afterwards(() -> assertThat(doneBy(NEAR, scene)).containsAllEntriesOf(done));
  }

  private static boolean isAtWork(Scene scene) {
    return scene.pool().workers().stream()
            .filter(worker -> worker.getString("worker_id").equals(NEAR))
            .anyMatch(worker -> worker.getInt("pending_frames") > 0)
        && !doneBy(NEAR, scene).isEmpty();
  }

  private static Map<Long, String> doneBy(String worker, Scene scene) {
    return scene.pool().jobs().frames(scene.job()).stream()
        .filter(frame -> frame.getString("status").equals("completed"))
        .filter(frame -> frame.getString("worker_id").equals(worker))
        .collect(toMap(JobClient::frameId, frame -> frame.getString("received_at")));
  }

  private static void freeze(Scene scene) {
    ServerProcess worker = scene.pool().near();
    worker.distress().freeze();
    scene.atEnd(worker.distress()::thaw);
  }

  /** It never says so to the coordinator, which goes by what the worker said before. */
  private static void otherModel(Scene scene) {
    ChaosPool pool = scene.pool();
    pool.far().kill();
    pool.startFarAgain(
        Map.of(
            "MODEL",
            ChaosPool.model(ChaosPool.OTHER_MODEL, "other"),
            "COORDINATOR_URL",
            "http://127.0.0.1:" + FreePort.next()));
    pool.pulse().keep(FAR);
    pool.far().awaitAnswers();
    scene.atEnd(
        () -> {
          pool.pulse().stop(FAR);
          pool.far().kill();
          pool.startFarAgain(Map.of());
        });
  }

  private static void adminAway(Scene scene) {
    scene.pool().admin().shut();
    scene.atEnd(scene.pool().admin()::open);
  }
}
