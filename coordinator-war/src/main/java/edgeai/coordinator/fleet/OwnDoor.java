package edgeai.coordinator.fleet;

import edgeai.common.error.Conflict;
import edgeai.common.network.OwnMachine;
import edgeai.common.wire.WorkerRegistration;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/**
 * Where this server itself listens: no worker is there, since frames that it sent to itself would
 * be counted as pictures that somebody posted.
 */
final class OwnDoor {
  private OwnDoor() {}

  /**
   * @param port that this server listens on
   * @throws Conflict where the worker would be this server, however its address is written
   */
  static void requireElsewhere(WorkerRegistration registration, int port) {
    if (registration.port() == port && isThisMachine(registration.ipAddress())) {
      throw new Conflict(
          "At %s, port %d, this coordinator itself listens; a worker has an address of its own."
              .formatted(registration.ipAddress(), port));
    }
  }

  /** A name that nobody knows is no address of this machine. */
  private static boolean isThisMachine(String host) {
    try {
      return Stream.of(InetAddress.getAllByName(host)).anyMatch(OwnDoor::isOwn);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isOwn(InetAddress address) {
    return address.isAnyLocalAddress() || OwnMachine.has(address);
  }
}
