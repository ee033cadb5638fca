package edgeai.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import edgeai.common.fixture.HouseRules;
import java.util.Map;
import java.util.Set;

@AnalyzeClasses(packages = "edgeai.common", importOptions = DoNotIncludeTests.class)
class HouseTest {
  private static final String[] JAKARTA_AND_NATIVES = {
    "jakarta..", "org.eclipse.microprofile..", "org.bytedeco..", "ai.onnxruntime.."
  };

  @ArchTest static final ArchRule THREADS = HouseRules.NOTHING_STARTS_A_THREAD;

  @ArchTest static final ArchRule EVENTS = HouseRules.NOTHING_FIRES_BY_ITSELF;

  @ArchTest static final ArchRule TIMERS = HouseRules.NOTHING_SCHEDULES_BY_ITSELF;

  @ArchTest static final ArchRule DESKTOP = HouseRules.NOTHING_NEEDS_THE_DESKTOP;

  @ArchTest static final ArchRule HTTP = HouseRules.HTTP_STAYS_AT_THE_BOUNDARY;

  @ArchTest
  static final ArchRule CONSTRUCTORS = HouseRules.BEANS_GET_WHAT_THEY_NEED_BY_THEIR_CONSTRUCTOR;

  @ArchTest static final ArchRule TIME = HouseRules.NOTHING_READS_THE_CLOCK_BY_ITSELF;

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("edgeai.common.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesSeeOnlyWhatTheyNeed =
      classes()
          .should(
              HouseRules.seeOnly(
                  "edgeai.common",
                  Map.ofEntries(
                      Map.entry("api", Set.of("error", "http", "metrics")),
                      Map.entry("audit", Set.of("guard")),
                      Map.entry(
                          "connection",
                          Set.of(
                              "container",
                              "error",
                              "guard",
                              "metrics",
                              "network",
                              "problem",
                              "settings")),
                      Map.entry(
                          "door",
                          Set.of(
                              "audit",
                              "error",
                              "guard",
                              "http",
                              "network",
                              "oidc",
                              "problem",
                              "settings")),
                      Map.entry("oidc", Set.of("error", "http", "network")),
                      Map.entry(
                          "edge",
                          Set.of(
                              "audit",
                              "connection",
                              "door",
                              "error",
                              "guard",
                              "http",
                              "log",
                              "metrics",
                              "network",
                              "problem",
                              "settings",
                              "trace",
                              "wire")),
                      Map.entry("health", Set.of("process")),
                      Map.entry("http", Set.of("error", "problem", "settings")),
                      Map.entry("problem", Set.of("error")),
                      Map.entry("store", Set.of("error", "problem", "settings")),
                      Map.entry("alert", Set.of("settings", "wire")),
                      Map.entry(
                          "admin",
                          Set.of("door", "log", "network", "request", "settings", "trace", "wire")),
                      Map.entry("request", Set.of("error", "http", "wire")),
                      Map.entry(
                          "inference",
                          Set.of(
                              "error", "guard", "health", "log", "metrics", "piece", "still",
                              "trace", "video", "vision", "wire")),
                      Map.entry("metrics", Set.of("container")),
                      Map.entry("process", Set.of("guard", "network", "settings")),
                      Map.entry("settings", Set.of("network")),
                      Map.entry("log", Set.of("settings", "wire")),
                      Map.entry("trace", Set.of("log", "settings", "wire")),
                      Map.entry("still", Set.of("wire")),
                      Map.entry("video", Set.of("guard", "piece", "still", "syntax", "vision")),
                      Map.entry("vision", Set.of("wire")))));

  @ArchTest
  static final ArchRule pixelsStayInVideoAndVision =
      noClasses()
          .that()
          .resideOutsideOfPackages("edgeai.common.video", "edgeai.common.vision")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule inferenceStaysInVision =
      noClasses()
          .that()
          .resideOutsideOfPackage("edgeai.common.vision")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");

  @ArchTest
  static final ArchRule theWordsOfTheContractAreFree =
      noClasses()
          .that()
          .resideInAPackage("edgeai.common.wire")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JAKARTA_AND_NATIVES);

  @ArchTest
  static final ArchRule errorsAreFree =
      noClasses()
          .that()
          .resideInAPackage("edgeai.common.error")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JAKARTA_AND_NATIVES);

  @ArchTest
  static final ArchRule theHubIsFreeOfTheContainer =
      noClasses()
          .that(
              HouseRules.named(
                  "edgeai.common.live",
                  Set.of("LiveAudience", "LiveChannel", "LiveClient", "LiveHub", "LiveLimits")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JAKARTA_AND_NATIVES);

  @ArchTest
  static final ArchRule theRulesOfAlertsAreFree =
      noClasses()
          .that()
          .resideInAPackage("edgeai.common.alert")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JAKARTA_AND_NATIVES);

  @ArchTest
  static final ArchRule theGeometryAndArithmeticOfVisionAreFree =
      noClasses()
          .that(
              HouseRules.named(
                  "edgeai.common.vision",
                  Set.of(
                      "Area",
                      "Candidate",
                      "CellGrid",
                      "ClassNames",
                      "DetectorOptions",
                      "EndToEndHead",
                      "FrameInput",
                      "GridFit",
                      "Head",
                      "HeadProof",
                      "HeaderBytes",
                      "InputForm",
                      "LabelHead",
                      "Labels",
                      "Layout",
                      "LogitHead",
                      "ModelCard",
                      "NativeFailure",
                      "NonMaxSuppression",
                      "ObjectnessRows",
                      "OnnxHeader",
                      "OnnxMessage",
                      "PictureFormat",
                      "PictureHeader",
                      "ProbePicture",
                      "ProtobufInput",
                      "QueryHead",
                      "RankedQueryHead",
                      "Reading",
                      "Tile",
                      "TileGrid",
                      "TiledObjects",
                      "TransposedHead",
                      "YoloV5",
                      "YoloV6",
                      "YoloV8",
                      "YoloX")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JAKARTA_AND_NATIVES);

  @ArchTest
  static final ArchRule theRulesOfVideoAreFree =
      noClasses()
          .that(
              HouseRules.named(
                  "edgeai.common.video",
                  Set.of(
                      "ByteCoverage",
                      "ContainerExtent",
                      "ContainerSignature",
                      "FirstBytes",
                      "FrameSampler",
                      "MediaClock",
                      "Orientation",
                      "PacketTail",
                      "StartCodes",
                      "TransportPackets",
                      "VideoDecoder",
                      "VideoFrame",
                      "VideoHeader",
                      "VideoLimits")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JAKARTA_AND_NATIVES);
}
