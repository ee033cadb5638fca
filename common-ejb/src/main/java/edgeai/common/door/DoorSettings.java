package edgeai.common.door;

import static edgeai.settings.AccessCatalogue.ACCESS_FILE;
import static edgeai.settings.AccessCatalogue.EDGE_INSECURE;
import static edgeai.settings.AccessCatalogue.TRUSTED_NODE_NETWORKS;
import static edgeai.settings.ServerCatalogue.DATA_DIR;

import edgeai.settings.Network;
import edgeai.settings.Program;
import edgeai.settings.SettingReader;
import java.nio.file.Path;
import java.util.List;

/**
 * Whom a server lets in.
 *
 * @param program which server it is
 * @param host the address that it listens on
 * @param dataDir which is the server's own user's alone ({@code DATA_DIR})
 * @param accessFile tokens and accounts ({@code ACCESS_FILE})
 * @param insecure whether everybody may do everything ({@code EDGE_INSECURE})
 * @param trusted networks of nodes that cannot send tokens ({@code TRUSTED_NODE_NETWORKS})
 */
public record DoorSettings(
    Program program,
    String host,
    Path dataDir,
    Path accessFile,
    boolean insecure,
    List<Network> trusted) {

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
        in.find(TRUSTED_NODE_NETWORKS).orElse(List.of()));
  }
}
