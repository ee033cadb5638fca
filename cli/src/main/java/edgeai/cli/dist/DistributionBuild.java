package edgeai.cli.dist;

import edgeai.cli.build.MavenRun;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Console;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.run.Session;
import edgeai.cli.server.Folders;
import edgeai.cli.server.Installation;
import edgeai.cli.version.Revision;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Makes the archives of one platform, from what was built in a checkout. */
public final class DistributionBuild {
  /** In place of the time of the build, on which nothing in an archive depends. */
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  /** Folders of payara-config that are copied as they are. */
  private static final List<String> AS_THEY_ARE =
      List.of("boot", "containers", "kubernetes", "observability", "proxy", "systemd");

  private static final double MEGABYTE = 1e6;

  private final Console console;
  private final Checkout checkout;
  private final Environment environment;
  private final Session session;

  /**
   * @param session ends what is started for it
   */
  public DistributionBuild(
      Console console, Checkout checkout, Environment environment, Session session) {
    this.console = console;
    this.checkout = checkout;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Makes an archive per role.
   *
   * @param target the folder that gets them
   */
  public void run(DistributionOrder order, Path target) throws InterruptedException {
    Path work = checkout.own().resolve("dist-work");
    try {
      Folders.delete(work);
      Files.createDirectories(work);
      Files.createDirectories(target);
      Path runtime = runtime(order, work);
      Path libraries = libraries(order, work);
      String version = ProjectVersion.of(checkout.root().resolve("pom.xml"));
      StagedClasses classes = new StagedClasses(console, session);
      for (DistributionRole role : DistributionRole.values()) {
        Distribution distribution = new Distribution(version, role, order.platform());
        Stage stage = stage(distribution, work, runtime, libraries, JdkRelease.of(order.jdk()));
        if (order.isOfThisMachine()) {
          classes.put(stage, installation(stage), stage.folder().resolve("runtime"));
        }
        write(stage, target);
      }
      Folders.delete(work);
    } catch (IOException e) {
      throw new CommandRefusal("an archive cannot be made: " + e, e);
    }
    if (!order.isOfThisMachine()) {
      console.event(
          "dist",
          "not verified, as this machine is no %s: the archives were not run, and have no class archive (the first start makes one)"
              .formatted(order.platform().word()));
    }
  }

  private Path runtime(DistributionOrder order, Path work)
      throws IOException, InterruptedException {
    Path runtime = work.resolve("runtime");
    console.event("dist", "a Java runtime of " + order.jdk());
    ProcessBuilder maker =
        new ProcessBuilder(order.runtime().line(runtime))
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(log().toFile());
    await(maker.start(), "the Java runtime could not be made");
    return runtime;
  }

  /** Those of the checkout are of this machine; others are fetched beside them. */
  private Path libraries(DistributionOrder order, Path work)
      throws IOException, InterruptedException {
    if (order.isOfThisMachine()) {
      return checkout.installation().libraries();
    }
    Path libraries = work.resolve("libs");
    console.event("dist", "native libraries of " + order.platform().natives());
    Process maven =
        MavenRun.in(checkout, environment)
            .start(
                log(),
                List.of(
                    "dependency:copy-dependencies",
                    "-pl",
                    "payara-config",
                    "-Dnative.platform=" + order.platform().natives(),
                    "-DincludeScope=runtime",
                    "-DoutputDirectory=" + libraries));
    await(maven, "native libraries could not be fetched");
    return libraries;
  }

  private void await(Process process, String otherwise) throws InterruptedException {
    session.begin(process);
    if (session.await(process) != 0) {
      throw new CommandRefusal("%s: see %s".formatted(otherwise, log()));
    }
  }

  private Path log() {
    return checkout.log("dist");
  }

  private Stage stage(
      Distribution distribution, Path work, Path runtime, Path libraries, JdkRelease jdk)
      throws IOException, InterruptedException {
    Path root = checkout.root();
    Installation from = checkout.installation();
    Stage stage = new Stage(Files.createDirectories(work.resolve(distribution.name())));
    Installation to = installation(stage);
    stage.put(root.resolve("cli/src/main/dist"), "");
    stage.put(root.resolve("LICENSE"), "LICENSE");
    stage.put(runtime, "runtime");
    stage.put(from.payara(), within(stage, to.payara()));
    stage.put(libraries, within(stage, to.libraries()));
    for (String files : AS_THEY_ARE) {
      stage.put(root.resolve("payara-config").resolve(files), "app/payara-config/" + files);
    }
    for (String module : distribution.role().wars()) {
      stage.put(from.war(module), within(stage, to.war(module)));
    }
    stage.put(checkout.command().resolve("cli.jar"), "app/command/cli.jar");
    stage.put(checkout.command().resolve("lib"), "app/command/lib");
    Optional<String> commit = Revision.of(checkout);
    if (commit.isPresent()) {
      Files.writeString(to.root().resolve(Revision.FILE), commit.get() + "\n");
    }
    if (distribution.role().hasClip()) {
      stage.put(root.resolve("model/demo"), "app/model/demo");
    }
    new Licences(stage.folder().resolve("licences")).collect(to.root());
    BillOfParts bill =
        BillOfParts.of(root, distribution.role().wars(), jdk, distribution.platform(), libraries);
    bill.write(stage.folder());
    new Notices(stage.folder(), root.resolve("payara-config/target/licenses")).write(bill.parts());
    stage.settle(TIME);
    return stage;
  }

  private static Installation installation(Stage stage) {
    return new Installation(stage.folder().resolve("app"));
  }

  private static String within(Stage stage, Path path) {
    return stage.folder().relativize(path).toString();
  }

  private void write(Stage stage, Path target) throws IOException {
    long start = System.nanoTime();
    Path archive = target.resolve(stage.folder().getFileName() + ".tar.gz");
    Path unfinished = target.resolve(archive.getFileName() + ".part");
    new TarGz(TIME).write(stage.folder(), unfinished);
    Files.move(unfinished, archive, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    console.event(
        "dist",
        "%s, %.0f MB, written in %d s"
            .formatted(
                archive,
                Files.size(archive) / MEGABYTE,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)));
  }
}
