package edgeai.admin.camera;

import edgeai.common.error.TooMany;
import edgeai.common.wire.CameraRegistration;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
  private final Duration silence;
  private final Map<String, RegisteredCamera> nodes = new LinkedHashMap<>();
  private final LongAdder refused = new LongAdder();

  /**
   * @param silence after which a camera is offline
   */
  CameraPlaces(int most, Duration silence) {
    this.most = most;
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
   * The camera that goes for another, the one that is offline longest; empty where there is room,
   * or the other has its place.
   *
   * @throws TooMany where all are alive
   */
  Optional<Camera> makeRoomFor(String cameraId, Instant now) {
    if (nodes.containsKey(cameraId) || nodes.size() < most) {
      return Optional.empty();
    }
    Camera longest =
        nodes.values().stream()
            .filter(node -> node.isOffline(now))
            .min(Comparator.comparing(RegisteredCamera::lastSeen))
            .map(node -> node.show(now))
            .orElseThrow(this::full);
    nodes.remove(longest.cameraId());
    return Optional.of(longest);
  }

  private RuntimeException full() {
    refused.increment();
    return new TooMany(
        "All %d places for cameras are taken by cameras that are active (MAX_CAMERAS)."
            .formatted(most),
        RETRY_S);
  }

  /** Takes a camera in, or what is new of it. */
  RegisteredCamera take(CameraRegistration registration, Instant now) {
    RegisteredCamera node =
        nodes.computeIfAbsent(
            registration.cameraId(), id -> new RegisteredCamera(registration, now, now, silence));
    node.register(registration);
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
