package edgeai.cli.command;

import edgeai.cli.access.NodeToken;
import edgeai.cli.config.EffectiveSettings;
import edgeai.cli.doctor.DatabaseExamination;
import edgeai.cli.doctor.DiskExamination;
import edgeai.cli.doctor.Doctor;
import edgeai.cli.doctor.Examination;
import edgeai.cli.doctor.GpuExamination;
import edgeai.cli.doctor.JavaExamination;
import edgeai.cli.doctor.LimitsExamination;
import edgeai.cli.doctor.ModelExamination;
import edgeai.cli.doctor.PeerExamination;
import edgeai.cli.doctor.PortsExamination;
import edgeai.cli.doctor.PostgresExamination;
import edgeai.cli.doctor.SettingsExamination;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.run.RunFile;
import edgeai.cli.run.RunFolder;
import edgeai.cli.run.ServerPlan;
import edgeai.cli.tls.CommandTrust;
import edgeai.cli.tls.LabAuthority;
import edgeai.cli.tls.PinnedAuthority;
import edgeai.settings.AccessCatalogue;
import edgeai.settings.DatabaseCatalogue;
import edgeai.settings.InferenceCatalogue;
import edgeai.settings.ServerCatalogue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at this machine as {@code up}, {@code worker} or {@code camera} would find it. */
@picocli.CommandLine.Command(name = "doctor")
final class DoctorCommand implements Command {
  private static final Path SYSTEM = Path.of("/proc");
  private static final Path DEVICES = Path.of("/dev");
  private static final Path CUDA = Path.of("/usr/local/cuda/lib64");

  private final Context context;

  @Mixin private final PortOptions ports = new PortOptions();

  @Option(names = "--data")
  private String data;

  @Option(names = "--json")
  private boolean json;

  DoctorCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    Path folder = Desk.folder(context, data);
    List<ServerPlan> plans = ExpectedServers.of(context, ports, folder, data != null);
    Doctor doctor = Doctor.examine(examinations(folder, plans), Doctor.LIMIT);
    doctor.lines(json).forEach(context.console()::print);
    return doctor.isWell() ? 0 : 1;
  }

  private List<Examination> examinations(Path folder, List<ServerPlan> plans) {
    Checkout checkout = context.checkout();
    Environment environment = context.environment();
    List<RunFile> running = new RunFolder(checkout).running();
    List<Path> folders =
        Stream.concat(Stream.of(folder), plans.stream().map(ServerPlan::data)).distinct().toList();
    List<Examination> all = new ArrayList<>();
    all.add(
        new JavaExamination(
            Path.of(System.getProperty("java.home")),
            environment.get("JAVA_HOME").map(Path::of),
            checkout.hasSources()));
    all.add(
        new SettingsExamination(
            EffectiveSettings.of(context.configuration(), Optional.empty()),
            context.configuration().files()));
    all.add(new PortsExamination(plans, running));
    all.add(new DiskExamination(kept(folder)));
    all.add(new LimitsExamination(SYSTEM, missing(plans, running)));
    all.add(model(folders));
    all.add(
        new GpuExamination(
            Usual.of(InferenceCatalogue.PROVIDER, environment),
            checkout.installation().libraries(),
            DEVICES,
            librariesBeside(environment)));
    all.add(database(folders, running));
    all.addAll(peers(plans.getFirst().data()));
    return all;
  }

  private Examination database(List<Path> folders, List<RunFile> running) {
    return context.environment().get(DatabaseCatalogue.DB_URL.name()).isPresent()
        ? new PostgresExamination(
            context.configuration().reader(),
            context.checkout().installation().war("coordinator-war"))
        : new DatabaseExamination(folders, running);
  }

  /** How many do not run yet. */
  private static int missing(List<ServerPlan> plans, List<RunFile> running) {
    return (int)
        plans.stream()
            .filter(
                plan -> running.stream().noneMatch(run -> run.address().getPort() == plan.port()))
            .count();
  }

  private Map<String, Path> kept(Path folder) {
    Checkout checkout = context.checkout();
    Map<String, Path> kept = new LinkedHashMap<>();
    kept.put("data", folder);
    kept.put("logs", checkout.own());
    if (checkout.hasSources()) {
      kept.put("the build", checkout.installation().payara().getParent());
    }
    return kept;
  }

  private Examination model(List<Path> folders) {
    return new ModelExamination(
        context.environment().get(InferenceCatalogue.MODEL.name()),
        context.checkout().installation(),
        folders);
  }

  private static List<Path> librariesBeside(Environment environment) {
    return Stream.concat(
            environment.get("LD_LIBRARY_PATH").stream()
                .flatMap(path -> Stream.of(path.split(":")))
                .filter(word -> !word.isBlank())
                .map(Path::of),
            Stream.of(CUDA))
        .toList();
  }

  private List<Examination> peers(Path folder) {
    Environment environment = context.environment();
    new PinnedAuthority(folder)
        .known()
        .ifPresent(
            file ->
                CommandTrust.begin(
                    environment.orElse(ServerCatalogue.TLS_CA.name(), file.toString()),
                    LabAuthority.of(context.checkout())));
    Optional<Path> token =
        environment
            .get(AccessCatalogue.TOKEN_FILE.name())
            .map(Path::of)
            .or(() -> new NodeToken(folder).joined());
    return ExpectedServers.JOINED.stream()
        .flatMap(
            name ->
                environment.get(name).stream()
                    .flatMap(DoctorCommand::address)
                    .map(
                        address ->
                            (Examination)
                                new PeerExamination(name, address, token, Clock.systemUTC())))
        .toList();
  }

  /** What is none, the examination of settings has told. */
  private static Stream<URI> address(String typed) {
    try {
      return Stream.of(URI.create(typed)).filter(url -> url.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }
}
