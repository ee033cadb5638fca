package edgeai.cli.run;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Console;
import edgeai.cli.machine.ServerAddress;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.server.ServerStart;
import edgeai.settings.ServerCatalogue;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Starts a server in the background and writes it down. */
final class ServerStarter {
  private final Console console;
  private final Checkout checkout;
  private final RunFolder servers;
  private final Children children;

  ServerStarter(Console console, Checkout checkout, RunFolder servers, Children children) {
    this.console = console;
    this.checkout = checkout;
    this.servers = servers;
    this.children = children;
  }

  RunFile start(ServerPlan plan, Environment environment) {
    servers.forget(plan.name());
    try {
      RunFile run = launch(plan, isSecure(plan, environment), prepared(plan, environment));
      console.event(plan.name(), "started, pid " + run.pid());
      return run;
    } catch (FileSystemException e) {
      throw new CommandRefusal("%s cannot be written".formatted(e.getFile()), e);
    } catch (IOException e) {
      throw new CommandRefusal(e.getMessage(), e);
    }
  }

  private static boolean isSecure(ServerPlan plan, Environment environment) {
    String certificate = ServerCatalogue.TLS_CERT.name();
    return plan.settings().containsKey(certificate)
        ? !plan.settings().get(certificate).isEmpty()
        : environment.get(certificate).isPresent();
  }

  private ServerStart prepared(ServerPlan plan, Environment environment) throws IOException {
    ServerStart start =
        plan.command(checkout, environment).markedBy(servers.mark(plan.name())).prepare();
    if (start.process().directory() == null) {
      // where a relative path of a setting is meant from
      Path here = environment.here();
      start.process().directory((Files.isDirectory(here) ? here : checkout.root()).toFile());
    }
    return start;
  }

  private RunFile launch(ServerPlan plan, boolean secure, ServerStart start) throws IOException {
    Path log = checkout.log(plan.name());
    if (Files.exists(log)) {
      Path old = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, old, StandardCopyOption.REPLACE_EXISTING);
    }
    Process process =
        start
            .process()
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    children.add(process);
    RunFile run =
        new RunFile(
            servers.file(plan.name()),
            process.pid(),
            ServerAddress.of(plan.host(), plan.port(), secure),
            start.outside(),
            false,
            ProcessHandle.current().pid());
    try {
      run.write();
      return run;
    } catch (IOException e) {
      // nobody would know of it
      process.destroyForcibly();
      throw e;
    }
  }
}
