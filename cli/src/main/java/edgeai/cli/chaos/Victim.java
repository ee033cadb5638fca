package edgeai.cli.chaos;

import edgeai.cli.machine.CommandLine;
import edgeai.cli.machine.ProcessSignal;
import edgeai.cli.run.RunFile;
import edgeai.cli.server.ChildCommand;
import edgeai.cli.server.SecondStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A running server of this checkout that may be hurt, and is mended again: it starts by the line
 * and the settings that its process had, as the system tells them.
 */
final class Victim {
  private static final long END_LIMIT_S = 20;

  private RunFile file;
  private List<String> command = List.of();
  private List<String> settings = List.of();
  private Path workingFolder = Path.of(".");
  private boolean killed;
  private boolean frozen;

  Victim(RunFile file) {
    this.file = file;
  }

  String name() {
    return file.name();
  }

  RunFile server() {
    return file;
  }

  /** False once somebody else ended it: it is left alone then. */
  boolean isOurs() {
    return file.exists();
  }

  /** As {@code kill -9}; who follows the server is told that it comes back. */
  synchronized void kill() throws IOException, InterruptedException {
    command = CommandLine.words(file.pid());
    settings = CommandLine.settings(file.pid());
    workingFolder = CommandLine.folder(file.pid());
    file.soonAgain().write();
    killed = true;
    ProcessHandle.of(file.pid()).ifPresent(ProcessHandle::destroyForcibly);
    awaitEnd();
  }

  private void awaitEnd() throws InterruptedException {
    Optional<ProcessHandle> process = ProcessHandle.of(file.pid());
    for (long waited = 0;
        process.isPresent() && process.get().isAlive() && waited < END_LIMIT_S * 10;
        waited++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  synchronized void freeze() throws IOException, InterruptedException {
    frozen = true;
    ProcessSignal.FREEZE.send(file.pid());
  }

  /** Undoes whatever was done; a server that somebody ended meanwhile stays ended. */
  synchronized void mend() throws IOException, InterruptedException {
    if (frozen) {
      frozen = false;
      ProcessSignal.GO_ON.send(file.pid());
    }
    if (killed && isOurs()) {
      killed = false;
      awaitEnd();
      start();
    }
  }

  private void start() throws IOException {
    SecondStart.prepare(command);
    Path old = file.log().resolveSibling(file.log().getFileName() + ".1");
    Files.move(file.log(), old, StandardCopyOption.REPLACE_EXISTING);
    ProcessBuilder builder =
        new ProcessBuilder(ChildCommand.uninterrupted(command)).directory(workingFolder.toFile());
    builder.environment().clear();
    for (String setting : settings) {
      int sign = setting.indexOf('=');
      if (sign > 0) {
        builder.environment().put(setting.substring(0, sign), setting.substring(sign + 1));
      }
    }
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(file.log().toFile())
            .start();
    file = file.as(process.pid());
    file.write();
  }
}
