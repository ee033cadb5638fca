package edgeai.common.door;

import edgeai.access.AccessException;
import edgeai.access.AccessFile;
import edgeai.access.AccessList;
import edgeai.access.PrivateFiles;
import edgeai.settings.Program;
import edgeai.settings.StartRefusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at the doors before they open: a server that others reach must know somebody, or be told in
 * so many words that it is open.
 */
@ApplicationScoped
public class DoorStart {
  private static final Logger LOG = Logger.getLogger(DoorStart.class.getName());

  private static final int FIRST = 1;

  private final Door door;

  @Inject
  public DoorStart(Door door) {
    this.door = door;
  }

  /** For the container's proxy. */
  protected DoorStart() {
    this(null);
  }

  /** Ends the process where the server must not be reached so. */
  void look(@Observes @Priority(FIRST) @Initialized(ApplicationScoped.class) Object event) {
    DoorSettings settings = door.settings();
    hindrance(settings, door.isLocalOnly())
        .ifPresent(
            reason -> {
              throw StartRefusal.refuse(reason);
            });
    closeData(settings.dataDir());
    String server = settings.program().word();
    if (settings.insecure()) {
      LOG.log(
          Level.WARNING,
          "EDGE_INSECURE=true: whoever reaches this {0} on {1} may do everything",
          new Object[] {server, settings.host()});
    }
    if (!settings.trusted().isEmpty()) {
      LOG.log(
          Level.WARNING,
          "TRUSTED_NODE_NETWORKS={0}: whoever is there may be a node of this {1}, with any id",
          new Object[] {settings.trusted(), server});
    }
  }

  private static void closeData(Path folder) {
    try {
      PrivateFiles.makeFolder(folder);
      if (!PrivateFiles.closeFolder(folder)) {
        LOG.log(
            Level.WARNING,
            "DATA_DIR={0} is a folder that others use, too: they can look into it",
            folder);
      }
    } catch (IOException e) {
      throw StartRefusal.refuse(
          "DATA_DIR=%s cannot be made this user's alone: %s".formatted(folder, e.getMessage()));
    }
  }

  /** Why a server must not start, empty where it may. */
  static Optional<String> hindrance(DoorSettings settings, boolean localOnly) {
    AccessList known;
    try {
      known = new AccessFile(settings.accessFile()).read();
    } catch (AccessException e) {
      return Optional.of("ACCESS_FILE: " + e.getMessage());
    }
    boolean worker = settings.program() == Program.WORKER || settings.program() == Program.CAMERA;
    boolean guarded =
        localOnly
            || worker
            || settings.insecure()
            || settings.oidc().isPresent()
            || !known.isEmpty()
            || !settings.trusted().isEmpty();
    return guarded
        ? Optional.empty()
        : Optional.of(
            ("HOST=%s lets others reach this %s, and nobody is known yet in %s: make a token"
                    + " (./edge token create --role operator --name NAME) or an account (./edge user"
                    + " add NAME --role operator), name a provider (OIDC_ISSUER), trust the addresses of nodes"
                    + " (TRUSTED_NODE_NETWORKS), or let everybody do everything"
                    + " (EDGE_INSECURE=true)")
                .formatted(settings.host(), settings.program().word(), settings.accessFile()));
  }
}
