package edgeai.admin.camera;

import edgeai.common.door.FairPlaces;
import edgeai.common.error.TooMany;
import edgeai.common.wire.CameraRegistration;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * The places for cameras, so many and no more, in the order of their first registration; guarded by
 * {@link Cameras}.
 */
final class CameraPlaces {
  private static final int RETRY_S = 60;

  private final int most;
  private final FairPlaces fair;
  private final Duration silence;
  private final Map<String, RegisteredCamera> nodes = new LinkedHashMap<>();
  private final LongAdder refused = new LongAdder();

  /**
   * @param localOnly whether only this machine reaches the server
   * @param silence after which a camera is offline
   */
  CameraPlaces(int most, boolean localOnly, Duration silence) {
    this.most = most;
    this.fair = new FairPlaces(most, localOnly);
    this.silence = silence;
  }

  /** A camera as it is stored. */
  void restore(CameraRepository.Row row, Instant now) {
    RegisteredCamera node =
        new RegisteredCamera(row.registration(), row.registeredAt(), row.lastSeen(), silence);
    node.turns(now);
    nodes.put(row.registration().cameraId(), node);
  }

  /**
   * The camera that goes for another; empty where there is room, or the other has its place.
   *
   * @param owner whose the other is
   * @throws TooMany where it finds none
   */
  Optional<Camera> makeRoomFor(String cameraId, String owner, Instant now) {
    if (nodes.containsKey(cameraId)) {
      return Optional.empty();
    }
    return leaver(owner, now).map(nodes::remove).map(node -> node.show(now));
  }

  private Optional<String> leaver(String owner, Instant now) {
    try {
      FairPlaces.Room room =
          fair.makeFor(owner, nodes.values().stream().map(node -> holder(node, now)).toList());
      if (!room.isThere()) {
        throw new TooMany(
            "All %d places for cameras are taken by cameras that are active (MAX_CAMERAS)."
                .formatted(most),
            RETRY_S);
      }
      return room.leaver();
    } catch (TooMany e) {
      refused.increment();
      throw e;
    }
  }

  private static FairPlaces.Holder holder(RegisteredCamera node, Instant now) {
    return new FairPlaces.Holder(
        node.id(), node.owner(), node.isOffline(now), node.lastSeen(), node.registeredAt());
  }

  /** Takes a camera of somebody's in, or what is new of it. */
  RegisteredCamera take(CameraRegistration registration, String owner, Instant now) {
    RegisteredCamera node =
        nodes.computeIfAbsent(
            registration.cameraId(), id -> new RegisteredCamera(registration, now, now, silence));
    node.register(registration);
    node.isOf(owner);
    node.seen(now);
    node.turns(now);
    return node;
  }

  Optional<RegisteredCamera> find(String cameraId) {
    return Optional.ofNullable(nodes.get(cameraId));
  }

  /** The camera that had a place and has none any more. */
  Optional<RegisteredCamera> remove(String cameraId) {
    return Optional.ofNullable(nodes.remove(cameraId));
  }

  /** Those that fell silent, or came back, since somebody looked. */
  List<Camera> turned(Instant now) {
    return nodes.values().stream()
        .filter(node -> node.turns(now))
        .map(node -> node.show(now))
        .toList();
  }

  List<Camera> list(Instant now) {
    return nodes.values().stream().map(node -> node.show(now)).toList();
  }

  /** Registrations that found no place. */
  long refused() {
    return refused.sum();
  }
}
