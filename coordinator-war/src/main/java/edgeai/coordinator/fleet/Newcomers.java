package edgeai.coordinator.fleet;

import edgeai.common.door.FairPlaces;
import edgeai.common.error.Conflict;
import edgeai.common.error.Unavailable;
import edgeai.common.network.OutgoingCalls;
import edgeai.common.network.OwnAddress;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.settings.CoordinatorSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who may come into the pool: at which address, under whose id, and on which of the {@code
 * MAX_WORKERS} places.
 */
final class Newcomers {
  private static final int RETRY_S = 60;

  private final int port;
  private final int most;
  private final Duration aliveFor;
  private final OutgoingCalls calls;
  private final Claims claims;
  private final FairPlaces places;

  Newcomers(CoordinatorSettings settings, OutgoingCalls calls) {
    OwnAddress own = new OwnAddress(settings.host(), settings.port(), settings.secure());
    this.port = settings.port();
    this.most = settings.pool().maxWorkers();
    this.aliveFor = settings.pool().offlineAfter();
    this.calls = calls;
    this.claims = new Claims(aliveFor);
    this.places = new FairPlaces(most, own.isLoopback());
  }

  /**
   * The same at the address that is called from now on: it is looked up here, and not again.
   *
   * @throws Conflict for the coordinator's own address
   */
  WorkerRegistration pinned(WorkerRegistration registration) {
    OwnDoor.requireElsewhere(registration, port);
    return registration.at(calls.pinned(registration.ipAddress(), registration.speaksTls()));
  }

  /**
   * Has nobody take what is another's.
   *
   * @param known all workers there are
   * @throws Conflict where it is
   */
  void requireFree(WorkerRegistration registration, Owner owner, Collection<WorkerNode> known) {
    claims.require(registration, owner, known);
  }

  /**
   * The worker that goes for one of a new id; empty where there is room.
   *
   * @param known all workers there are
   * @throws edgeai.common.error.TooMany where its owner has its share of the pool
   * @throws Unavailable where the pool is full
   */
  Optional<String> leaver(Owner owner, Collection<WorkerNode> known) {
    List<FairPlaces.Holder> holders = known.stream().map(this::holder).toList();
    FairPlaces.Room room = places.makeFor(owner.name(), holders);
    if (!room.isThere()) {
      throw new Unavailable("The pool is full: MAX_WORKERS=%d.".formatted(most), RETRY_S);
    }
    return room.leaver();
  }

  private FairPlaces.Holder holder(WorkerNode node) {
    return new FairPlaces.Holder(
        node.id(),
        node.owner().name(),
        node.standing().isSilent(aliveFor),
        node.standing().lastSeen(),
        node.since());
  }
}
