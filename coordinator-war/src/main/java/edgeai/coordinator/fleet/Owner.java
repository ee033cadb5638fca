package edgeai.coordinator.fleet;

import edgeai.common.door.Asker;

/**
 * To whom a worker belongs: whoever made it known. Two workers whose owners differ are not in the
 * same hands, as far as can be told.
 *
 * @param name as {@link Asker#owner} gives it
 */
public record Owner(String name) {
  /** Of the worker inside the coordinator; no request can name it. */
  public static final Owner COORDINATOR = new Owner("");

  /** Whether programs of this machine are meant, which may have nothing to do with each other. */
  boolean isThisMachine() {
    return name.equals(Asker.THIS_MACHINE);
  }

  /** Whether its worker is this process, which is the only one that is believed without proof. */
  public boolean isCoordinator() {
    return equals(COORDINATOR);
  }
}
