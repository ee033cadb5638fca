package edgeai.admin.camera;

import edgeai.access.Role;
import edgeai.common.door.Asker;
import edgeai.common.door.OpenWays;
import edgeai.common.error.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whose a camera's name is: of whoever registered it, for as long as it lives. Nobody else speaks
 * in it; once it is silent the next may take it. Who may not come in any more has no cameras. Known
 * in memory only.
 */
@ApplicationScoped
public class CameraOwners {
  /** As many as there can be cameras. */
  private static final int MOST = 10_000;

  private final Cameras cameras;
  private final OpenWays ways;
  private final Map<String, String> owners = new LinkedHashMap<>();

  @Inject
  public CameraOwners(Cameras cameras, OpenWays ways) {
    this.cameras = cameras;
    this.ways = ways;
  }

  /** For the container's proxy. */
  CameraOwners() {
    this(null, null);
  }

  /**
   * Gives a name to who registers it.
   *
   * @throws Conflict where it is another's, who lives
   */
  public synchronized void claim(String cameraId, Asker asker) {
    require(cameraId, asker);
    put(cameraId, asker);
  }

  /**
   * A camera gave a sign of life: it is whose it was, or, as after a restart, of who sent that.
   *
   * @throws Conflict where it is another's, who lives
   */
  public synchronized void heard(String cameraId, Asker asker) {
    require(cameraId, asker);
    if (!owners.containsKey(cameraId) && cameras.adopt(cameraId, asker.owner())) {
      put(cameraId, asker);
    }
  }

  private void put(String cameraId, Asker asker) {
    String owner = asker.owner();
    owners.put(cameraId, owner);
    ways.enter(way(cameraId), asker, () -> lapse(cameraId, owner));
    if (owners.size() > MOST) {
      String eldest = owners.keySet().iterator().next();
      owners.remove(eldest);
      ways.leave(way(eldest));
    }
  }

  private static String way(String cameraId) {
    return "camera " + cameraId;
  }

  /** Not the camera of who has the name by then. */
  private void lapse(String cameraId, String owner) {
    if (isForgotten(cameraId, owner)) {
      cameras.remove(cameraId);
    }
  }

  private synchronized boolean isForgotten(String cameraId, String owner) {
    return owners.remove(cameraId, owner);
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
