package edgeai.cli.server;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where the files are that every server is started from.
 *
 * @param root the folder of the checkout
 */
public record Installation(Path root) {

  /** Payara Micro. */
  public Path payara() {
    return root.resolve("payara-config/target/payara-micro.jar");
  }

  /** Native runtimes, which Payara Micro loads beside a WAR. */
  public Path libraries() {
    return root.resolve("payara-config/target/libs");
  }

  /** The class archives that were made for it. */
  public Path classArchives() throws IOException {
    return payara().toRealPath().resolveSibling("archive");
  }

  Path bootCommands() {
    return root.resolve("payara-config/boot/pre-boot.txt");
  }

  Path commandsOnceDeployed() {
    return root.resolve("payara-config/boot/post-deploy.txt");
  }

  Path logging() {
    return root.resolve("payara-config/boot/logging.properties");
  }

  /** What Prometheus is to tell somebody of. */
  public Path alerts() {
    return root.resolve("payara-config/observability/alerts.yml");
  }

  /** The WAR of a module such as {@code worker-war}. */
  public Path war(String module) {
    return root.resolve(module).resolve("target").resolve(module + ".war");
  }
}
