package edgeai.systemtests.chaos;

import static edgeai.systemtests.chaos.ChaosPool.FAR;
import static edgeai.systemtests.chaos.ChaosPool.NEAR;

import edgeai.systemtests.fixture.FreePort;
import edgeai.systemtests.fixture.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;

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
          lie("garbage", "worker answers garbage", Liar.GARBAGE),
          lie("other-frame", "worker answers about another frame", Liar.OTHER_FRAME),
          lie("nan", "boxes: NaN and out of range", Liar.NOT_A_NUMBER, Liar.OUT_OF_RANGE),
          lie("empty", "200 with an empty body", Liar.EMPTY),
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

  /** Several kinds of liars at once, each beside the honest workers. */
  static Fault lie(String key, String title, Liar... liars) {
    Fault fault =
        Fault.early(
            key,
            title,
            scene -> {
              for (Liar liar : liars) {
                liar.join(scene);
              }
            });
    return fault.hurting(List.of(liars).stream().map(Liar::id).toArray(String[]::new));
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

  private static void killWorker(Scene scene) {
    scene.pool().near().kill();
    scene.atEnd(scene.pool()::startNearAgain);
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
