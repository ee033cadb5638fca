package edgeai.coordinator.fleet;

/**
 * To whom a worker belongs: whoever made it known. Two workers whose owners differ are not in the
 * same hands, as far as can be told.
 *
 * @param name as {@link edgeai.common.door.Asker#owner} gives it
 */
public record Owner(String name) {
  /** Of the worker inside the coordinator; no request can name it. */
  public static final Owner COORDINATOR = new Owner("");

  /** Whether its worker is this process, which is the only one that is believed without proof. */
  public boolean isCoordinator() {
    return equals(COORDINATOR);
  }
}
