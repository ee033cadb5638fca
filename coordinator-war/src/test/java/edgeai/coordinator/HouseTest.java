package edgeai.coordinator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import edgeai.common.fixture.HouseRules;
import edgeai.common.fixture.OneWay;
import java.util.List;
import java.util.Map;
import java.util.Set;

@AnalyzeClasses(packages = "edgeai.coordinator", importOptions = DoNotIncludeTests.class)
class HouseTest {
  /**
   * Data moves this way: what all stages stand on, the stages in the order of a frame's way, then
   * those who show what came of it.
   */
  private static final OneWay WAY =
      new OneWay(
          "edgeai.coordinator",
          List.of(
              "settings",
              "store",
              "model",
              "fleet",
              "frame",
              "upload",
              "job",
              "decode",
              "dispatch",
              "result",
              "picture",
              "stream",
              "alert",
              "report",
              "review",
              "share",
              "roster",
              "trial",
              "start",
              "health",
              "live",
              "metrics",
              "topic"));

  /** Whom each package may see. */
  private static final Map<String, Set<String>> PLAN =
      Map.ofEntries(
          Map.entry("store", Set.of("settings")),
          Map.entry("model", Set.of("settings", "store")),
          Map.entry("fleet", Set.of("model", "settings")),
          Map.entry("frame", Set.of("fleet")),
          Map.entry("upload", Set.of("decode", "job", "model", "settings")),
          Map.entry(
              "job", Set.of("decode", "dispatch", "frame", "model", "result", "settings", "store")),
          Map.entry("decode", Set.of("dispatch", "fleet", "frame", "model", "settings", "store")),
          Map.entry("dispatch", Set.of("fleet", "frame", "model", "settings")),
          Map.entry("result", Set.of("dispatch", "fleet", "frame", "model", "settings", "store")),
          Map.entry("picture", Set.of("fleet", "frame", "model", "result", "settings")),
          Map.entry("stream", Set.of("frame", "job", "result", "settings")),
          Map.entry("alert", Set.of("fleet", "frame", "result", "settings", "store")),
          Map.entry("report", Set.of("alert", "result", "settings", "store")),
          Map.entry(
              "review",
              Set.of("decode", "dispatch", "fleet", "frame", "job", "result", "settings", "store")),
          Map.entry("share", Set.of("result", "review")),
          Map.entry("roster", Set.of("dispatch", "fleet", "model", "result")),
          Map.entry(
              "trial", Set.of("decode", "dispatch", "fleet", "frame", "job", "model", "result")),
          Map.entry("start", Set.of("dispatch", "fleet", "job", "model", "settings")),
          Map.entry("health", Set.of("fleet", "model", "result", "settings", "start")),
          Map.entry("live", Set.of("settings")),
          Map.entry(
              "metrics",
              Set.of(
                  "alert",
                  "decode",
                  "dispatch",
                  "fleet",
                  "frame",
                  "job",
                  "live",
                  "model",
                  "result",
                  "roster",
                  "start",
                  "store",
                  "stream",
                  "upload")),
          Map.entry(
              "topic", Set.of("alert", "job", "live", "metrics", "result", "review", "roster")));

  @ArchTest static final ArchRule THREADS = HouseRules.NOTHING_STARTS_A_THREAD;

  @ArchTest static final ArchRule EVENTS = HouseRules.NOTHING_FIRES_BY_ITSELF;

  @ArchTest static final ArchRule TIMERS = HouseRules.NOTHING_SCHEDULES_BY_ITSELF;

  @ArchTest static final ArchRule DESKTOP = HouseRules.NOTHING_NEEDS_THE_DESKTOP;

  @ArchTest static final ArchRule HTTP = HouseRules.HTTP_STAYS_AT_THE_BOUNDARY;

  @ArchTest static final ArchRule TIME = HouseRules.NOTHING_READS_THE_CLOCK_BY_ITSELF;

  @ArchTest
  static final ArchRule stagesSeeOnlyTheirNeighbours =
      classes().should(HouseRules.seeOnly("edgeai.coordinator", PLAN));

  @ArchTest static final ArchRule packagesHaveTheirPlace = classes().should(WAY.placed());

  @ArchTest
  static final ArchRule eventsMoveOneWay = classes().should(WAY.observeWhatComesFromBefore());

  @ArchTest
  static final ArchRule callsBackMoveOneWay = classes().should(WAY.beCalledBackFromBefore());

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("edgeai.coordinator.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyHealthAndMetricsLookAtTheStart =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "edgeai.coordinator.start", "edgeai.coordinator.health", "edgeai.coordinator.metrics")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("edgeai.coordinator.start");

  @ArchTest
  static final ArchRule uploadsOnlyProbeAndHandToJob =
      noClasses()
          .that()
          .resideInAPackage("edgeai.coordinator.upload")
          .should()
          .dependOnClassesThat(inButNot("edgeai.coordinator.decode", Set.of("DecodeStage")));

  @ArchTest
  static final ArchRule nativesStayInCommon =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bytedeco..", "ai.onnxruntime..");

  @ArchTest
  static final ArchRule theRulesAreFreeOfTheContainer =
      noClasses()
          .that()
          .haveNameMatching(
              "edgeai\\.coordinator\\.(dispatch\\.(FrameQueue|WorkerAnswer)|frame\\.(Frame|Attempt|FramePicture|FrameSource|ResultRules|SourceProgress)"
                  + "|fleet\\.(Circuit|WorkerChoice|WorkerNode|WorkerPieces|WorkerStanding)|job\\.JobRun|review\\.(Timeline|TimelineCount|TimelineSpan)"
                  + "|topic\\.(Newest|Topic)|stream\\.(Part|Scene|Spotlight)|result\\.TotalsChange|upload\\.FileName)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..");

  private static DescribedPredicate<JavaClass> inButNot(String packageName, Set<String> allowed) {
    return resideInAPackage(packageName)
        .and(DescribedPredicate.not(HouseRules.named(packageName, allowed)));
  }
}
