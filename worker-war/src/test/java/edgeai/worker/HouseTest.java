package edgeai.worker;

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

@AnalyzeClasses(packages = "edgeai.worker", importOptions = DoNotIncludeTests.class)
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
                  "edgeai.worker",
                  Map.of(
                      "coordinator", Set.of("settings"),
                      "infer", Set.of("coordinator", "settings"),
                      "enrol", Set.of("coordinator", "infer", "settings"),
                      "camera", Set.of("infer", "settings"),
                      "start", Set.of("settings"),
                      "status", Set.of("camera", "enrol", "infer", "settings"))));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("edgeai.worker.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobodyLooksAtStatus =
      noClasses()
          .that()
          .resideOutsideOfPackage("edgeai.worker.status")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("edgeai.worker.status");

  @ArchTest
  static final ArchRule nativesStayInCommon =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bytedeco..", "ai.onnxruntime..");
}
