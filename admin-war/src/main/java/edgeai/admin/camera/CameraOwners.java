package edgeai.admin.camera;

import edgeai.access.Role;
import edgeai.common.door.Asker;
import edgeai.common.error.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whose a camera's name is: of whoever registered it, for as long as it lives. Nobody else speaks
 * in it; once it is silent the next may take it. Known in memory only.
 */
@ApplicationScoped
public class CameraOwners {
  /** As many as there can be cameras. */
  private static final int MOST = 10_000;

  private final Cameras cameras;
  private final Map<String, String> owners =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  @Inject
  public CameraOwners(Cameras cameras) {
    this.cameras = cameras;
  }

  /** For the container's proxy. */
  CameraOwners() {
    this(null);
  }

  /**
   * Gives a name to who registers it.
   *
   * @throws Conflict where it is another's, who lives
   */
  public synchronized void claim(String cameraId, Asker asker) {
    require(cameraId, asker);
    owners.put(cameraId, asker.owner());
  }

  /**
   * Has nobody speak in the name of another.
   *
   * @throws Conflict where it is another's, who lives
   */
  public synchronized void require(String cameraId, Asker asker) {
    String owner = owners.get(cameraId);
    if (owner != null && !owner.equals(asker.owner()) && cameras.isActive(cameraId)) {
      throw new Conflict("Camera %s belongs to another.".formatted(cameraId));
    }
  }

  /**
   * Has nodes take out what is theirs, and people whatever they like.
   *
   * @throws Conflict where it is another node's, which lives
   */
  public void requireMayRemove(String cameraId, Asker asker) {
    if (!asker.is(Role.OPERATOR)) {
      require(cameraId, asker);
    }
  }
}
