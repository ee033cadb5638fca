package edgeai.cli.tls;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.place.Environment;
import edgeai.settings.InvalidSettingException;
import edgeai.settings.ServerCatalogue;
import edgeai.settings.SettingReader;
import edgeai.settings.tls.KnownServers;
import java.nio.file.Files;
import javax.net.ssl.SSLContext;

/** Which servers the command itself knows: as those that it starts do, and those of its own lab. */
public final class CommandTrust {
  private CommandTrust() {}

  /**
   * All clients of this process go by it.
   *
   * @throws CommandRefusal where a file cannot be used
   */
  public static void begin(Environment environment, LabAuthority lab) {
    Environment known =
        Files.exists(lab.certificate())
            ? environment.orElse(ServerCatalogue.TLS_CA.name(), lab.certificate().toString())
            : environment;
    boolean needed =
        known.get(ServerCatalogue.TLS_CA.name()).isPresent()
            || known.get(ServerCatalogue.TLS_CERT.name()).isPresent();
    if (!needed) {
      return;
    }
    try {
      SSLContext.setDefault(
          KnownServers.context(new SettingReader(name -> known.get(name).orElse(null))));
    } catch (InvalidSettingException e) {
      throw new CommandRefusal(e.getMessage(), e);
    }
  }
}
