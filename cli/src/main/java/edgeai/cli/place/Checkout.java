package edgeai.cli.place;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.server.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * The folder in which {@code ./edge} is, with sources or unpacked from an archive, and what it
 * keeps.
 *
 * @param root without links
 * @param own what the command writes and is worth no commit
 */
public record Checkout(Path root, Path own) {

  /** With what it keeps inside. */
  public Checkout(Path root) {
    this(root, root.resolve(".edge"));
  }

  /** Whether it can be built: what an archive holds cannot, and keeps nothing inside. */
  public boolean hasSources() {
    return own.startsWith(root);
  }

  /** The folder with the file that is typed to call the command. */
  public Path besideCommand() {
    return hasSources() ? root : root.resolveSibling("bin");
  }

  /** The jars of the command. */
  public Path command() {
    return (hasSources() ? own : root).resolve("command");
  }

  /** The files that servers are started from. */
  public Installation installation() {
    return new Installation(root);
  }

  /** A file per server that runs. */
  public Path run() {
    return own.resolve("run");
  }

  /** A log by its name. */
  public Path log(String name) {
    return own.resolve("log").resolve(name + ".log");
  }

  /** The demo clip. */
  public Path clip() {
    return root.resolve("model/demo/street.mp4");
  }

  /** What the servers of this checkout have in their command lines, whatever folder it is in. */
  public String sign() {
    byte[] name = root.toString().getBytes(StandardCharsets.UTF_8);
    CRC32 sum = new CRC32();
    sum.update(name);
    return sum.getValue() + "-" + name.length;
  }

  /** Makes the folders for logs and for what runs. */
  public void prepare() {
    try {
      Files.createDirectories(run());
      Files.createDirectories(own.resolve("log"));
    } catch (IOException e) {
      throw new CommandRefusal("%s cannot be written: look whose it is".formatted(own), e);
    }
  }
}
