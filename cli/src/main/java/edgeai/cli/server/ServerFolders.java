package edgeai.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folders of one server. Payara Micro reads what it unpacks by its address, takes its own jar's
 * folder to end at an exclamation mark, and a list of paths to go on at a colon; so a server has a
 * folder of its own outside where the installation or its data have a name that is more than
 * letters.
 *
 * @param outside that folder, to be deleted once the server has ended; empty where there is none
 * @param installation where the server finds its files
 * @param temporary where it may unpack
 */
record ServerFolders(
    Optional<Path> outside, Installation installation, Path payara, Path temporary) {

  static ServerFolders make(
      String name, Installation installation, Path data, Map<String, String> environment)
      throws IOException {
    Path root = installation.root();
    Path within = data.resolve("tmp").resolve(name);
    if (PlainNames.isPlain(root) && PlainNames.isPlain(data)) {
      return new ServerFolders(Optional.empty(), installation, installation.payara(), within);
    }
    Path outside = createOutside(name, data, environment);
    Installation seen = installation;
    if (!PlainNames.isPlain(root)) {
      seen = new Installation(outside.resolve("checkout"));
      Files.createSymbolicLink(seen.root(), root);
    }
    Path temporary = PlainNames.isPlain(data) ? within : outside.resolve("tmp");
    return new ServerFolders(Optional.of(outside), seen, payara(seen, root, outside), temporary);
  }

  private static Path createOutside(String name, Path data, Map<String, String> environment)
      throws IOException {
    Path wished = Path.of(environment.getOrDefault("TMPDIR", "/tmp"));
    Path parent =
        PlainNames.isPlainWithoutBlanks(wished) && Files.isDirectory(wished)
            ? wished
            : Path.of("/tmp");
    try {
      return Files.createTempDirectory(parent, "edge-" + name + ".");
    } catch (IOException e) {
      throw new IOException(
          "%s cannot be written, which servers need beside a folder with such a name: %s"
              .formatted(parent, data),
          e);
    }
  }

  /**
   * Java looks up where a jar really is: one whose folder would be misread is called elsewhere,
   * too.
   */
  private static Path payara(Installation seen, Path root, Path outside) throws IOException {
    if (root.toString().chars().noneMatch(sign -> sign == ':' || sign == '!')) {
      return seen.payara();
    }
    Path own = outside.resolve("payara-micro.jar");
    try {
      Files.createLink(own, seen.payara().toRealPath());
    } catch (IOException | UnsupportedOperationException e) {
      copy(seen.payara(), own);
    }
    return own;
  }

  private static void copy(Path payara, Path own) throws IOException {
    try {
      Files.copy(payara, own);
    } catch (IOException e) {
      throw new IOException(own.getParent() + " has no room for a copy of Payara Micro", e);
    }
  }
}
