package edgeai.cli.command;

import edgeai.access.AccessException;
import edgeai.access.AccessFile;
import edgeai.access.Secret;
import edgeai.cli.access.AccessPlace;
import edgeai.cli.access.OwnTokens;
import edgeai.cli.build.Build;
import edgeai.cli.build.Built;
import edgeai.cli.client.Web;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.follow.Following;
import edgeai.cli.machine.FreePorts;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.prometheus.PrometheusRun;
import edgeai.cli.prometheus.ScrapeOrder;
import edgeai.cli.run.RunFile;
import edgeai.cli.run.RunFolder;
import edgeai.cli.run.ServerPlan;
import edgeai.cli.run.Session;
import edgeai.cli.server.ClassArchive;
import edgeai.settings.AccessCatalogue;
import edgeai.settings.InferenceCatalogue;
import edgeai.settings.ServerCatalogue;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The way of servers from a plan to being followed, the same for one and for many. */
final class Launch {
  private final Context context;
  private final OwnTokens tokens;
  private Environment environment;
  private Optional<Secret> token = Optional.empty();
  private Optional<PrometheusRun> prometheus = Optional.empty();
  private Optional<Path> prometheusToken = Optional.empty();

  /**
   * @param environment what the servers are given
   */
  Launch(Context context, Environment environment) {
    this.context = context;
    this.tokens = new OwnTokens(context.checkout(), Clock.systemUTC());
    // native libraries would otherwise keep a memory arena per thread
    this.environment = environment.orElse("MALLOC_ARENA_MAX", "2");
  }

  /** Has one run beside the servers. */
  Launch with(PrometheusRun beside) {
    prometheus = Optional.of(beside);
    return this;
  }

  /** Unset is a bundled model, and so is a name. */
  void requireModel() {
    environment
        .get("MODEL")
        .filter(InferenceCatalogue.MODEL.kind().isPath())
        .filter(model -> !Files.isReadable(environment.path(model)))
        .ifPresent(
            model -> {
              throw new CommandRefusal("MODEL=%s cannot be read".formatted(model));
            });
  }

  /** Checks, before anything is built or started, that all servers can have what they need. */
  void check(List<ServerPlan> plans, DataFolder data) {
    context.checkout().prepare();
    RunFolder servers = new RunFolder(context.checkout());
    for (ServerPlan plan : plans) {
      requireUnpacked(plan.module());
      servers
          .running(plan.name())
          .ifPresent(
              run -> {
                throw new CommandRefusal(
                    "%s already runs here (pid %d): ./edge down ends it"
                        .formatted(plan.name(), run.pid()));
              });
    }
    FreePorts.check(
        Stream.concat(
                plans.stream()
                    .map(plan -> new FreePorts.Place(plan.host(), plan.port(), plan.portOption())),
                prometheus.map(PrometheusRun::place).stream())
            .toList());
    context
        .configuration()
        .files()
        .forEach(file -> context.console().event("edge", "settings of " + file));
    context.configuration().notes().forEach(note -> context.console().event("edge", note));
    data.use(context.console());
    prepareAccess(plans, data);
  }

  /**
   * Has all servers look into the same file; where others reach one of them, and somebody is known,
   * servers and command are known, too.
   */
  private void prepareAccess(List<ServerPlan> plans, DataFolder data) {
    AccessFile access = AccessPlace.of(data.path(), environment, context.checkout());
    environment = environment.with(AccessCatalogue.ACCESS_FILE.name(), access.path().toString());
    try {
      if (plans.stream().allMatch(plan -> isLocal(plan.host())) || access.read().isEmpty()) {
        return;
      }
      tokens.enrol(access);
      if (prometheus.isPresent()) {
        tokens.enrolPrometheus(access);
        prometheusToken = Optional.of(tokens.ofPrometheus());
      }
    } catch (AccessException e) {
      throw new CommandRefusal(e.getMessage(), e);
    }
    token = tokens.ofCommand();
    if (plans.stream().anyMatch(plan -> !plan.module().equals("worker-war"))) {
      environment =
          environment.orElse(AccessCatalogue.TOKEN_FILE.name(), tokens.ofServers().toString());
    }
  }

  private static boolean isLocal(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** An archive for workers holds no other servers. */
  private void requireUnpacked(String module) {
    Checkout checkout = context.checkout();
    if (!checkout.hasSources() && !Files.exists(checkout.installation().war(module))) {
      throw new CommandRefusal(
          "this archive is for workers and cameras alone: one whose name says server has the %s"
              .formatted(module.replace("-war", "")));
    }
  }

  /** Builds what is older than its sources; false where nothing was. */
  boolean build() throws InterruptedException {
    boolean needed =
        context.checkout().hasSources() && new Built(context.checkout()).lacksServers();
    if (needed) {
      new Build(context.console(), context.checkout(), environment, context.session()).all();
    }
    return needed;
  }

  /** Starts them all at the same time; they knock until the one they need is up. */
  Following start(List<ServerPlan> plans) throws InterruptedException {
    ClassArchive.of(context.checkout().installation())
        .ensure(said -> context.console().event("edge", said), context.session()::begin);
    Session session = context.session();
    List<RunFile> started = session.start(plans, environment);
    return new Following(context.console(), started, session.children(), new Web(token));
  }

  private void start(PrometheusRun beside, List<ServerPlan> plans, DataFolder data) {
    Path log = context.checkout().log(PrometheusRun.NAME);
    ScrapeOrder order =
        new ScrapeOrder(
            plans,
            context.checkout().installation().alerts(),
            environment.get(ServerCatalogue.TLS_CERT.name()).isPresent(),
            environment.get(ServerCatalogue.TLS_CA.name()).map(environment::path),
            prometheusToken);
    Process process = beside.start(order, data.path().resolve(PrometheusRun.NAME), log);
    context.session().accompany(process);
    beside.follow(process, log, context.console());
  }

  /** All of it for servers that stay until they or the user end. */
  int run(List<ServerPlan> plans, DataFolder data) throws InterruptedException {
    check(plans, data);
    build();
    Following following = start(plans);
    prometheus.ifPresent(beside -> start(beside, plans, data));
    return following.untilReady() ? following.untilOver() : 1;
  }

  /**
   * All of it for one server that may be wanted as a line, which a shell reads that becomes the
   * server: what else there is to say goes where errors go.
   */
  int run(ServerPlan plan, DataFolder data, boolean asLine) throws InterruptedException {
    if (!asLine) {
      return run(List.of(plan), data);
    }
    requireUnpacked(plan.module());
    if (context.checkout().hasSources() && new Built(context.checkout()).lacksServers()) {
      throw new CommandRefusal("something is older than its sources: ./edge build");
    }
    context.configuration().notes().forEach(context.console()::quote);
    AccessFile access = AccessPlace.of(data.path(), environment, context.checkout());
    environment = environment.with(AccessCatalogue.ACCESS_FILE.name(), access.path().toString());
    context.console().print(plan.line(context.checkout(), environment));
    return 0;
  }
}
