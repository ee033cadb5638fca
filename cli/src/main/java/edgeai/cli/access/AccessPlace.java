package edgeai.cli.access;

import edgeai.access.AccessFile;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.settings.AccessCatalogue;
import java.nio.file.Path;

/**
 * Where tokens and accounts are kept: in the folder for data of all servers, so that they share.
 */
public final class AccessPlace {
  private AccessPlace() {}

  /**
   * @param data the folder for data of one server or of all
   */
  public static AccessFile of(Path data, Environment environment, Checkout checkout) {
    Path usual = checkout.own().resolve("data");
    Path folder = data.startsWith(usual) ? usual : data;
    return new AccessFile(
        environment
            .get(AccessCatalogue.ACCESS_FILE.name())
            .map(environment::path)
            .orElse(folder.resolve(AccessFile.NAME)));
  }
}
