package edgeai.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

@AnalyzeClasses(packages = "edgeai.cli", importOptions = DoNotIncludeTests.class)
class HouseTest {
  /** By package, those it may see. */
  private static final Map<String, Set<String>> PLAN =
      Map.ofEntries(
          Map.entry("server", Set.of()),
          Map.entry("console", Set.of()),
          Map.entry("client", Set.of()),
          Map.entry("access", Set.of("client", "console", "place")),
          Map.entry("audit", Set.of("console")),
          Map.entry("database", Set.of("console", "place", "run", "server")),
          Map.entry("machine", Set.of("console")),
          Map.entry("place", Set.of("console", "server")),
          Map.entry("run", Set.of("console", "machine", "place", "server")),
          Map.entry("follow", Set.of("client", "console", "machine", "run")),
          Map.entry("build", Set.of("console", "follow", "place", "run", "server")),
          Map.entry("doctor", Set.of("client", "config", "console", "machine", "run", "server")),
          Map.entry("demo", Set.of("client", "console", "follow", "run")),
          Map.entry("soak", Set.of("client", "console", "follow", "machine", "run")),
          Map.entry(
              "chaos",
              Set.of("build", "client", "console", "follow", "machine", "place", "run", "server")),
          Map.entry("prometheus", Set.of("client", "console", "machine", "run")),
          Map.entry("shelf", Set.of("client", "console")),
          Map.entry("status", Set.of("client", "console", "run")),
          Map.entry("tls", Set.of("console", "place")),
          Map.entry("config", Set.of("console", "place")),
          Map.entry("version", Set.of("machine", "place", "server")),
          Map.entry("dist", Set.of("build", "console", "place", "run", "server", "version")));

  @ArchTest
  static final ArchRule packagesSeeOnlyTheirNeighbours =
      classes().should(seeOnlyWhatThePlanAllows());

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("edgeai.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule settingsComeInWhereTheCommandBegins =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("edgeai.cli.Edge")
          .and()
          .resideOutsideOfPackage("edgeai.cli.server")
          .should()
          .callMethodWhere(
              describe(
                  "it reads the environment",
                  call -> call.getTarget().getFullName().startsWith("java.lang.System.getenv")));

  @ArchTest
  static final ArchRule onlyTheConsolePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("edgeai.cli.console")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule onlyTheCommandEndsItself =
      noClasses()
          .that(resideInAnyPackage("edgeai.cli.."))
          .and()
          .doNotHaveFullyQualifiedName("edgeai.cli.Edge")
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule timeComesFromAClock =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "it reads the time",
                  call ->
                      call.getTarget().getOwner().getPackageName().equals("java.time")
                              && call.getTarget().getName().equals("now")
                              && call.getTarget().getRawParameterTypes().isEmpty()
                          || call.getTarget()
                              .getFullName()
                              .startsWith("java.lang.System.currentTimeMillis")));

  private static ArchCondition<JavaClass> seeOnlyWhatThePlanAllows() {
    return new ArchCondition<>("see only what the plan allows") {
      @Override
      public void check(JavaClass seeing, ConditionEvents events) {
        Set<String> allowed = PLAN.get(part(seeing));
        if (allowed == null) {
          // the commands and where they begin, which see everything
          return;
        }
        seeing.getDirectDependenciesFromSelf().stream()
            .filter(use -> use.getTargetClass().getPackageName().startsWith("edgeai.cli"))
            .filter(use -> !part(use.getTargetClass()).equals(part(seeing)))
            .filter(use -> !allowed.contains(part(use.getTargetClass())))
            .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
      }
    };
  }

  private static String part(JavaClass type) {
    return type.getPackageName().replaceFirst("^edgeai\\.cli\\.?", "");
  }
}
