package edgeai.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a Java that is a script: it lays out what Payara would, and makes the file it is asked for.
 */
@DisabledOnOs(OS.WINDOWS)
class ClassArchiveTest {
  private static final String SCRIPT =
      """
      #!/bin/sh
      home=${0%/bin/java}
      echo "$*" >>"$home/calls"
      [ ! -f "$home/fails" ] || exit 3
      for word; do
        case $word in
          -XX:ErrorFile=*) [ ! -f "$home/crashes" ] || { echo SIGSEGV >"${word#*=}"; kill -ABRT $$; } ;;
          --outputlauncher) cp -R "$home/layout/." "$root" ;;
          -XX:DumpLoadedClassList=*)
            printf '%s\\n' 'java/lang/Object id: 0' 'a/War id: 1 super: 0 source: /gone' >"${word#*=}"
            ;;
          -XX:SharedClassListFile=*) list=${word#*=} ;;
          -XX:SharedArchiveFile=*) cp "$list" "${word#*=}" ;;
        esac
        root=$word
      done
      """;

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();
  private Path java;
  private Installation installation;

  @BeforeEach
  void makeAnInstallation() throws IOException {
    installation = installation("checkout");
    java = folder.resolve("java");
    Files.createDirectories(java.resolve("bin"));
    Files.writeString(java.resolve("bin/java"), SCRIPT);
    Files.setPosixFilePermissions(
        java.resolve("bin/java"), PosixFilePermissions.fromString("rwxr-xr-x"));
    isVersion("25.0.3");
    Files.writeString(Files.createDirectories(java.resolve("lib")).resolve("modules"), "classes");
    Path config = Files.createDirectories(java.resolve("layout/config"));
    Files.writeString(
        config.resolve("payara-boot.properties"),
        "product.name=Payara Micro\njava.net.preferIPv4Stack=true\n");
    launcherJar(java.resolve("layout/launch-micro.jar"));
  }

  @Test
  void isMadeOnceAndServersStartFromIt() throws IOException, InterruptedException {
    ensure(installation);
    ensure(installation);
    assertThat(calls()).hasSize(3);
    assertThat(said)
        .hasSize(3)
        .first(InstanceOfAssertFactories.STRING)
        .startsWith("a class archive is made");
    assertThat(said.get(2)).startsWith("servers start from class archive ");
    List<String> line = line(installation);
    Path file = server(installation).directory().toPath().resolve("classes");
    assertThat(line).contains("-XX:SharedArchiveFile=" + file);
    assertThat(file).as("without classes of a WAR").hasContent("java/lang/Object id: 0\n");
    assertThat(calls()).last().asString().contains("-XX:+AOTClassLinking");
    assertThat(line)
        .contains(
            "-Dproduct.name=Payara Micro",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "fish.payara.micro.impl.PayaraMicroImpl",
            "--rootdir")
        .doesNotContain("-jar", "--addlibs")
        .noneMatch(word -> word.contains("preferIPv4Stack"));
    assertThat(line.get(line.indexOf("-cp") + 1))
        .as("what the launcher's manifest names is not named again")
        .isEqualTo("launch-micro.jar:../../libs/native-1.jar");
    assertThat(Path.of(line.get(line.indexOf("--rootdir") + 1)).resolve("config"))
        .isNotEmptyDirectory();
  }

  @Test
  void whoIsStartedAgainByItsLineFindsWhatItStartedWith() throws IOException, InterruptedException {
    ensure(installation);
    List<String> line = line(installation);
    Path root = Path.of(line.get(line.indexOf("--rootdir") + 1));
    Path rest = Files.createFile(root.resolve("half written"));
    Files.delete(root.resolve("config/payara-boot.properties"));
    SecondStart.prepare(line);
    assertThat(rest).doesNotExist();
    assertThat(root.resolve("config/payara-boot.properties")).isNotEmptyFile();
  }

  @Test
  void isMadeAnewForAnotherLibraryAndTheOldestGoes() throws IOException, InterruptedException {
    for (int version = 2; version < 6; version++) {
      Files.writeString(installation.libraries().resolve("native-1.jar"), "x".repeat(version));
      ensure(installation);
    }
    assertThat(calls()).hasSize(12);
    try (var all = Files.list(installation.payara().resolveSibling("archive"))) {
      assertThat(all.filter(Files::isDirectory)).hasSize(2);
    }
    assertThat(new ClassArchive(installation, java).find()).isPresent();
  }

  @Test
  void itGoesWhereAllGoThatItWasMadeOf() throws IOException, InterruptedException {
    Files.setLastModifiedTime(installation.payara(), FileTime.from(Instant.EPOCH));
    ensure(installation);
    assertThat(line(installation)).contains("-cp");
    Path whole = Files.createDirectories(folder.resolve("zoë in b"));
    installation = new Installation(Files.move(folder.resolve("checkout"), whole.resolve("app")));
    java = Files.move(java, whole.resolve("runtime"));

    ensure(installation);

    assertThat(calls()).hasSize(3);
    ProcessBuilder server = server(installation);
    Path where = server.directory().toPath();
    List<String> line = server.command();
    assertThat(where.startsWith(whole.resolve("app"))).isTrue();
    assertThat(line).contains("-XX:SharedArchiveFile=" + where.resolve("classes"));
    assertThat(line.get(line.indexOf("-cp") + 1).split(":"))
        .allSatisfy(jar -> assertThat(jar).doesNotStartWith("/"));
    assertThat(Files.getLastModifiedTime(where.resolve("launch-micro.jar")))
        .isEqualTo(FileTime.from(Instant.EPOCH));
  }

  @Test
  void isMadeAnewForAnotherJavaOfTheSameVersion() throws IOException, InterruptedException {
    ensure(installation);
    Files.writeString(java.resolve("lib/modules"), "classes, and others");
    ensure(installation);
    assertThat(calls()).hasSize(6);
  }

  @Test
  void javaBefore24LinksNoClasses() throws IOException, InterruptedException {
    isVersion("21.0.8");
    ensure(installation);
    assertThat(calls()).hasSize(3).noneMatch(line -> line.contains("AOTClassLinking"));
    assertThat(line(installation)).anyMatch(word -> word.startsWith("-XX:SharedArchiveFile="));
  }

  @Test
  void whereItCannotBeMadeServersStartWithoutAndItIsSaid()
      throws IOException, InterruptedException {
    Files.createFile(java.resolve("fails"));
    ensure(installation);
    assertThat(said.getLast())
        .startsWith("servers start without a class archive: Java ended with 3, see ");
    assertThat(line(installation)).contains("-jar", "--addlibs");
  }

  @Test
  void whereJavaCrashesItsReportIsNamedAndTheNextTryIsANewOne()
      throws IOException, InterruptedException {
    Path crashes = Files.createFile(java.resolve("crashes"));
    ensure(installation);
    String last = said.getLast();
    assertThat(last).startsWith("servers start without a class archive: Java crashed, see ");
    assertThat(Path.of(last.substring(last.lastIndexOf(' ') + 1))).hasContent("SIGSEGV");
    assertThat(line(installation)).contains("-jar", "--addlibs");
    Files.delete(crashes);
    ensure(installation);
    assertThat(said.getLast()).startsWith("servers start from class archive ");
  }

  @Test
  void whereItsFolderIsTakenTheReasonIsToldWithThePlace() throws IOException, InterruptedException {
    Path taken = Files.createFile(installation.payara().resolveSibling("archive"));
    ensure(installation);
    assertThat(said)
        .containsExactly("servers start without a class archive: " + taken + ": File exists");
    assertThat(line(installation)).contains("-jar", "--addlibs");
  }

  @Test
  void whileAnotherMakesItServersStartWithout() throws IOException, InterruptedException {
    Path archive = Files.createDirectories(installation.payara().resolveSibling("archive"));
    try (FileChannel channel =
            FileChannel.open(
                archive.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      ensure(installation);
    }
    assertThat(said)
        .containsExactly("servers start without a class archive: it is being made at this moment");
    assertThat(java.resolve("calls")).doesNotExist();
  }

  @Test
  void aFolderThatAClassPathCannotHoldHasNone() throws IOException, InterruptedException {
    Installation odd = installation("a:b");
    ensure(odd);
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("servers start without a class archive: ")
        .endsWith(" has a name that a class path cannot hold");
    assertThat(new ClassArchive(odd, java).find()).isEmpty();
  }

  private void ensure(Installation where) throws InterruptedException {
    new ClassArchive(where, java).ensure(said::add, process -> {});
  }

  private List<String> line(Installation where) throws IOException {
    return server(where).command();
  }

  private ProcessBuilder server(Installation where) throws IOException {
    return new ServerCommand(where, where.war("worker-war"), folder.resolve("data"), 9001)
        .on(java)
        .in(Map.of())
        .prepare()
        .process();
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(java.resolve("calls"));
  }

  private void isVersion(String version) throws IOException {
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
  }

  private Installation installation(String name) throws IOException {
    Installation made = new Installation(folder.resolve(name));
    Files.createDirectories(made.libraries());
    Files.writeString(made.payara(), "payara");
    Files.writeString(made.libraries().resolve("native-1.jar"), "x");
    Files.createDirectories(made.bootCommands().getParent());
    Files.writeString(made.bootCommands(), "set a=b\n");
    return made;
  }

  private static void launcherJar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.CLASS_PATH, "runtime/a%20b.jar");
    main.putValue("Add-Opens", "java.base/java.io java.base/java.net");
    main.putValue("Add-Exports", "java.base/jdk.internal.ref");
    try (OutputStream out = Files.newOutputStream(file)) {
      new JarOutputStream(out, manifest).close();
    }
  }
}
