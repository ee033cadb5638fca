package edgeai.cli.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Makes a class archive: lays Payara Micro out, starts a coordinator that opens its model and no
 * port, ends it, and keeps what it loaded.
 */
final class ArchiveTraining {
  private static final long LIMIT_MINUTES = 15;

  private final Installation installation;
  private final Path java;
  private final Path target;
  private final Consumer<Process> children;

  ArchiveTraining(Installation installation, Path java, Path target, Consumer<Process> children) {
    this.installation = installation;
    this.java = java;
    this.target = target;
    this.children = children;
  }

  /** Gives the file that it made. */
  Path run() throws IOException, InterruptedException {
    Path scratch = Files.createDirectories(target.resolve("training"));
    Path made = target.resolve("classes.new");
    Path log = target.resolve("made.log");
    ClassData data = ClassData.of(java);
    Path payara = installation.payara().toRealPath();
    run(
        log,
        scratch,
        List.of("-jar", payara.toString(), "--rootdir", target.toString(), "--outputlauncher"));
    FlatRuntime runtime = new FlatRuntime(target);
    runtime.settle(Files.getLastModifiedTime(payara));
    List<String> words =
        runtime.words(
            installation.libraries().toRealPath(), runtime.makeRoot(scratch.resolve("root")));
    run(log, scratch, line(data.recording(made), scratch, words, true));
    data.sort(made);
    run(log, scratch, line(data.assembling(made), scratch, words, false));
    if (Files.readString(log).contains(" SEVERE ")) {
      throw new IOException("the coordinator could not be deployed, see " + log);
    }
    if (!Files.isRegularFile(made)) {
      throw new IOException("Java made none, see " + log);
    }
    Folders.delete(scratch);
    Files.deleteIfExists(target.resolve("recorded"));
    return made;
  }

  private List<String> line(
      List<String> archive, Path scratch, List<String> words, boolean isServer) throws IOException {
    List<String> line = new ArrayList<>(ServerJvm.FLAGS);
    line.addAll(archive);
    line.addAll(ServerJvm.PERMISSIONS);
    line.add("-Dedge.host=127.0.0.1");
    line.add(ServerJvm.ONE_BY_ONE);
    line.add("-Djava.io.tmpdir=" + scratch);
    line.add("-Dorg.bytedeco.javacpp.cachedir=" + scratch);
    line.addAll(words);
    if (isServer) {
      line.add("--warmup");
      line.addAll(
          PayaraOptions.of(
              installation,
              installation.bootCommands(),
              installation.war("coordinator-war"),
              freePort()));
    }
    return line;
  }

  private void run(Path log, Path scratch, List<String> words)
      throws IOException, InterruptedException {
    Path report = target.resolve("crash.log");
    List<String> line = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
    line.add("-XX:ErrorFile=" + report);
    line.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(ChildCommand.uninterrupted(line))
            .directory(target.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
                "DATA_DIR", scratch.resolve("data").toString(),
                "HOST", "127.0.0.1",
                "PORT", String.valueOf(freePort())));
    Process process = builder.start();
    children.accept(process);
    try {
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("it took more than %d minutes, see %s".formatted(LIMIT_MINUTES, log));
      }
    } finally {
      process.destroyForcibly();
    }
    if (Files.exists(report)) {
      throw new IOException("Java crashed, see " + report);
    }
    if (process.exitValue() != 0) {
      throw new IOException("Java ended with %d, see %s".formatted(process.exitValue(), log));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
