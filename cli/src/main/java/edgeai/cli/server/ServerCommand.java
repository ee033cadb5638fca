package edgeai.cli.server;

import edgeai.access.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The line that starts a server, in the shape that the manual promises to operators.
 *
 * <p>What is not said is as follows: it listens on {@code 127.0.0.1}, has the flags of {@link
 * ServerJvm}, the Java of this process and its environment.
 */
public final class ServerCommand {
  private final Installation installation;
  private final Path war;
  private final Path data;
  private final int port;
  private String name;
  private String mark = "";
  private String host = "127.0.0.1";
  private List<String> jvm = ServerJvm.FLAGS;
  private Path java = Path.of(System.getProperty("java.home"));
  private Map<String, String> environment = System.getenv();
  private Map<String, String> settings = Map.of();
  private boolean watched = true;

  /**
   * @param war what is deployed
   * @param data {@code DATA_DIR}, to which all is written
   */
  public ServerCommand(Installation installation, Path war, Path data, int port) {
    this.installation = new Installation(installation.root().toAbsolutePath());
    this.war = war.toAbsolutePath();
    this.data = data.toAbsolutePath();
    this.port = port;
    this.name = war.getFileName().toString().replace(".war", "");
  }

  /** What its folder for temporary files is called. */
  public ServerCommand named(String other) {
    name = other;
    return this;
  }

  /** What its command line is known by, whatever folder it is in. */
  public ServerCommand markedBy(String sign) {
    mark = sign;
    return this;
  }

  /** The address that it listens on. */
  public ServerCommand listeningOn(String address) {
    host = address;
    return this;
  }

  /** Flags of the JVM in place of {@link ServerJvm}. */
  public ServerCommand withJvm(List<String> flags) {
    jvm = List.copyOf(flags);
    return this;
  }

  /** The folder of another Java runtime. */
  public ServerCommand on(Path javaHome) {
    java = javaHome;
    return this;
  }

  /** The environment in place of this process's, under what is set here and the settings. */
  public ServerCommand in(Map<String, String> variables) {
    environment = Map.copyOf(variables);
    return this;
  }

  /** Settings, which win over everything else. */
  public ServerCommand with(Map<String, String> wanted) {
    settings = Map.copyOf(wanted);
    return this;
  }

  /** Nobody who started it ends it, or tidies up behind it: it hears Ctrl-C itself. */
  public ServerCommand unwatched() {
    watched = false;
    return this;
  }

  /**
   * Makes the folders that the server needs, without what a killed one left there.
   *
   * @throws IOException where one cannot be made
   */
  public ServerStart prepare() throws IOException {
    PrivateFiles.makeFolder(data);
    Files.createDirectories(natives());
    ServerFolders folders = ServerFolders.make(name, installation, data, environment);
    if (!watched && folders.outside().isPresent()) {
      Folders.delete(folders.outside().get());
      throw new IOException(
          "a server that nobody watches needs folders with plain names: %s and %s are to have letters, figures, blanks and . _ + - alone"
              .formatted(installation.root(), data));
    }
    Folders.delete(folders.temporary());
    Files.createDirectories(folders.temporary());
    Optional<TlsListener> tls =
        TlsListener.of(variables(), folders.installation().bootCommands(), folders.temporary());
    Optional<ArchivedStart> archived = new ClassArchive(installation, java).find();
    List<String> line = line(folders, archived, tls);
    ProcessBuilder process =
        new ProcessBuilder(watched ? ChildCommand.uninterrupted(line, folders.outside()) : line);
    archived.ifPresent(start -> process.directory(start.folder().toFile()));
    process.environment().clear();
    process.environment().putAll(variables());
    return new ServerStart(process, folders.outside(), folders.temporary());
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("HOST", host);
    variables.put("PORT", String.valueOf(port));
    variables.put("DATA_DIR", data.toString());
    variables.putAll(settings);
    return variables;
  }

  private Path natives() {
    return data.resolve("cache").resolve("natives");
  }

  private List<String> line(
      ServerFolders folders, Optional<ArchivedStart> archived, Optional<TlsListener> tls)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(java.resolve("bin").resolve("java").toString());
    if (!mark.isEmpty()) {
      line.add("-Dedge.server=" + mark);
    }
    line.add("-Dedge.host=" + host);
    line.add(ServerJvm.ONE_BY_ONE);
    line.addAll(jvm);
    line.addAll(ServerJvm.PERMISSIONS);
    tls.ifPresent(listener -> line.addAll(listener.flags()));
    line.add("-Djava.io.tmpdir=" + folders.temporary());
    line.add("-Dorg.bytedeco.javacpp.cachedir=" + natives());
    Path root = folders.temporary().resolve("root");
    line.addAll(
        archived.isPresent()
            ? archived.get().words(installation.libraries().toRealPath(), root)
            : plain(folders));
    Path boot = tls.map(TlsListener::bootCommands).orElse(folders.installation().bootCommands());
    line.addAll(
        PayaraOptions.of(folders.installation(), boot, seenIn(folders.installation()), port));
    return line;
  }

  private static List<String> plain(ServerFolders folders) {
    return List.of(
        "-jar",
        folders.payara().toString(),
        "--addlibs",
        folders.installation().libraries().toString());
  }

  /** The WAR, by the way that the server sees the installation. */
  private Path seenIn(Installation seen) {
    return war.startsWith(installation.root())
        ? seen.root().resolve(installation.root().relativize(war))
        : war;
  }
}
