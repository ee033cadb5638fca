package edgeai.cli.place;

import edgeai.cli.console.Refusal;
import edgeai.cli.server.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * The folder in which {@code ./edge} is, and what it keeps there.
 *
 * @param root without links
 */
public record Checkout(Path root) {

  /** The files that servers are started from. */
  public Installation installation() {
    return new Installation(root);
  }

  /** What the command writes and is worth no commit. */
  public Path own() {
    return root.resolve(".edge");
  }

  /** A file per server that runs. */
  public Path run() {
    return own().resolve("run");
  }

  /** A log by its name. */
  public Path log(String name) {
    return own().resolve("log").resolve(name + ".log");
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
      Files.createDirectories(own().resolve("log"));
    } catch (IOException e) {
      throw new Refusal("%s cannot be written: look whose it is".formatted(own()), e);
    }
  }
}
