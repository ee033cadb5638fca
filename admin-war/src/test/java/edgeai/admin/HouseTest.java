package edgeai.admin;

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

@AnalyzeClasses(packages = "edgeai.admin", importOptions = DoNotIncludeTests.class)
class HouseTest {
  @ArchTest static final ArchRule THREADS = HouseRules.NOTHING_STARTS_A_THREAD;

  @ArchTest static final ArchRule EVENTS = HouseRules.NOTHING_FIRES_BY_ITSELF;

  @ArchTest static final ArchRule TIMERS = HouseRules.NOTHING_SCHEDULES_BY_ITSELF;

  @ArchTest static final ArchRule DESKTOP = HouseRules.NOTHING_NEEDS_THE_DESKTOP;

  @ArchTest static final ArchRule HTTP = HouseRules.HTTP_STAYS_AT_THE_BOUNDARY;

  @ArchTest
  static final ArchRule CONSTRUCTORS = HouseRules.BEANS_GET_WHAT_THEY_NEED_BY_THEIR_CONSTRUCTOR;

  @ArchTest static final ArchRule TIME = HouseRules.NOTHING_READS_THE_CLOCK_BY_ITSELF;

  @ArchTest
  static final ArchRule packagesSeeOnlyTheirNeighbours =
      classes()
          .should(
              HouseRules.seeOnly(
                  "edgeai.admin",
                  Map.of(
                      "store", Set.of("settings"),
                      "camera", Set.of("store", "settings"),
                      "analytics", Set.of("camera", "store", "settings"),
                      "alert", Set.of("camera", "store", "settings"),
                      "live", Set.of("alert", "analytics", "camera", "settings"),
                      "control", Set.of("camera", "live"),
                      "start", Set.of("analytics", "camera", "settings"),
                      "health", Set.of("start", "store"),
                      "metrics",
                          Set.of(
                              "alert",
                              "analytics",
                              "camera",
                              "control",
                              "live",
                              "start",
                              "store"))));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("edgeai.admin.(*)..").should().beFreeOfCycles();

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
              "edgeai\\.admin\\.(camera\\.RegisteredCamera"
                  + "|analytics\\.(CountsColumn|Names|LoggedEvent))")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..");
}
