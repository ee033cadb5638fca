package edgeai.common.door;

import static edgeai.settings.AccessCatalogue.ACCESS_FILE;
import static edgeai.settings.AccessCatalogue.EDGE_INSECURE;
import static edgeai.settings.AccessCatalogue.TRUSTED_NODE_NETWORKS;
import static edgeai.settings.ServerCatalogue.DATA_DIR;
import static edgeai.settings.ServerCatalogue.PUBLIC_URL;

import edgeai.common.oidc.OidcSettings;
import edgeai.settings.Network;
import edgeai.settings.Program;
import edgeai.settings.SettingReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whom a server lets in.
 *
 * @param program which server it is
 * @param host the address that it listens on
 * @param dataDir which is the server's own user's alone ({@code DATA_DIR})
 * @param accessFile tokens and accounts ({@code ACCESS_FILE})
 * @param insecure whether everybody may do everything ({@code EDGE_INSECURE})
 * @param trusted networks of nodes that cannot send tokens ({@code TRUSTED_NODE_NETWORKS})
 * @param oidc by which provider people log in ({@code OIDC_ISSUER}), empty where by none
 * @param publicUrl where browsers reach it ({@code PUBLIC_URL}), empty for as they asked
 */
public record DoorSettings(
    Program program,
    String host,
    Path dataDir,
    Path accessFile,
    boolean insecure,
    List<Network> trusted,
    Optional<OidcSettings> oidc,
    Optional<URI> publicUrl) {

  /** Those of a server where people log in by passwords alone. */
  public DoorSettings(
      Program program,
      String host,
      Path dataDir,
      Path accessFile,
      boolean insecure,
      List<Network> trusted) {
    this(program, host, dataDir, accessFile, insecure, trusted, Optional.empty(), Optional.empty());
  }

  private static boolean hasPages(Program program) {
    return program == Program.COORDINATOR || program == Program.ADMIN;
  }

  /**
   * @throws edgeai.settings.InvalidSettingException where a value does not parse
   */
  public static DoorSettings read(SettingReader in, Program program, String host) {
    return new DoorSettings(
        program,
        host,
        in.value(DATA_DIR),
        in.value(ACCESS_FILE),
        in.value(EDGE_INSECURE),
        in.find(TRUSTED_NODE_NETWORKS).orElse(List.of()),
        hasPages(program) ? OidcSettings.read(in) : Optional.empty(),
        hasPages(program) ? in.find(PUBLIC_URL) : Optional.empty());
  }
}
