package edgeai.admin.camera;

import edgeai.admin.settings.AdminSettings;
import edgeai.admin.store.EventWriter;
import edgeai.common.error.TooMany;
import edgeai.common.guard.Announcer;
import edgeai.common.store.GroupChanges;
import edgeai.common.wire.CameraRegistration;
import edgeai.common.wire.CameraReport;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * All registered cameras, in memory and on disk. At {@code MAX_CAMERAS} a new one takes the place
 * of the one that is offline longest; where all are alive it is refused.
 */
@ApplicationScoped
public class Cameras {
  private static final int RETRY_S = 60;

  private final AdminSettings settings;
  private final CameraRepository repository;
  private final EventWriter writer;
  private final Clock clock;
  private final Announcer announcer;

  private final Map<String, RegisteredCamera> nodes = new LinkedHashMap<>();
  private final LongAdder refused = new LongAdder();

  private final GroupChanges<String, Instant> signsOfLife =
      new GroupChanges<>(BinaryOperator.maxBy(Comparator.naturalOrder()), CameraRepository::seen);

  @Inject
  public Cameras(
      AdminSettings settings,
      CameraRepository repository,
      EventWriter writer,
      Clock clock,
      Announcer announcer) {
    this.settings = settings;
    this.repository = repository;
    this.writer = writer;
    this.clock = clock;
    this.announcer = announcer;
  }

  /** For the container's proxy. */
  Cameras() {
    this(null, null, null, null, null);
  }

  @PostConstruct
  public synchronized void load() {
    writer.endGroupsWith(signsOfLife);
    Instant now = clock.instant();
    for (CameraRepository.Row row : repository.all()) {
      RegisteredCamera node =
          new RegisteredCamera(
              row.registration(), row.registeredAt(), row.lastSeen(), settings.silence());
      node.turns(now);
      nodes.put(row.registration().cameraId(), node);
    }
  }

  /**
   * Takes a camera in or changes what is known of it; it is on disk when this returns.
   *
   * @throws TooMany where there is no place
   */
  Camera register(CameraRegistration registration) {
    CompletableFuture<Void> done;
    Camera camera;
    Optional<Camera> replaced;
    synchronized (this) {
      Instant now = clock.instant();
      RegisteredCamera node = nodes.get(registration.cameraId());
      replaced = node == null ? makeRoom(now) : Optional.empty();
      if (node == null) {
        node = new RegisteredCamera(registration, now, now, settings.silence());
        nodes.put(registration.cameraId(), node);
      }
      node.register(registration);
      node.seen(now);
      node.turns(now);
      camera = node.show(now);
      done = writer.submit(connection -> write(connection, camera, replaced));
    }
    writer.awaitDurable(done);
    replaced.ifPresent(gone -> announcer.announce(new CameraChanged(gone.with(Camera.REMOVED))));
    announcer.announce(new CameraChanged(camera));
    return camera;
  }

  private static void write(Connection connection, Camera camera, Optional<Camera> replaced)
      throws SQLException {
    if (replaced.isPresent()) {
      CameraRepository.delete(connection, replaced.get().cameraId());
    }
    CameraRepository.save(connection, camera);
  }

  private Optional<Camera> makeRoom(Instant now) {
    if (nodes.size() < settings.maxCameras()) {
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
            .formatted(settings.maxCameras()),
        RETRY_S);
  }

  /** Notes a sign of life and what it tells; false where the camera is unknown. */
  boolean heartbeat(String cameraId, Optional<CameraReport> told) {
    if (!isRegistered(cameraId)) {
      return false;
    }
    Instant now = clock.instant();
    told.ifPresent(news -> tells(cameraId, before -> news));
    writer.awaitDurable(writer.submit(connection -> noteSeen(cameraId, now)));
    seen(cameraId, now);
    return true;
  }

  /** A camera said in which state it is since it obeyed a command. */
  public void obeyed(String cameraId, String state) {
    tells(cameraId, before -> before.obeyed(state));
  }

  private void tells(String cameraId, UnaryOperator<CameraReport> change) {
    Camera camera;
    synchronized (this) {
      RegisteredCamera node = nodes.get(cameraId);
      if (node == null || !node.tells(change.apply(node.told()))) {
        return;
      }
      CameraReport news = node.told();
      camera = node.show(clock.instant());
      // nobody waits: entries are written in the order they were handed over
      writer.submit(connection -> CameraRepository.told(connection, cameraId, news));
    }
    announcer.announce(new CameraChanged(camera));
  }

  /** Has a sign of life written with the group; for an entry while it is written. */
  public void noteSeen(String cameraId, Instant at) {
    signsOfLife.add(cameraId, at);
  }

  /** Notes a sign of life that is on disk already; unknown cameras stay unknown. */
  public void seen(String cameraId, Instant at) {
    Optional<Camera> back;
    synchronized (this) {
      RegisteredCamera node = nodes.get(cameraId);
      if (node == null) {
        return;
      }
      Instant now = clock.instant();
      node.seen(at);
      back = node.turns(now) ? Optional.of(node.show(now)) : Optional.empty();
    }
    back.ifPresent(camera -> announcer.announce(new CameraChanged(camera)));
  }

  /** Forgets a camera, where it is known. */
  void remove(String cameraId) {
    CompletableFuture<Void> done;
    Camera gone;
    synchronized (this) {
      RegisteredCamera node = nodes.remove(cameraId);
      if (node == null) {
        return;
      }
      gone = node.show(clock.instant()).with(Camera.REMOVED);
      done = writer.submit(connection -> CameraRepository.delete(connection, cameraId));
    }
    writer.awaitDurable(done);
    announcer.announce(new CameraChanged(gone));
  }

  /** Tells of cameras that fell silent. */
  void watch() {
    List<Camera> turned = new ArrayList<>();
    synchronized (this) {
      Instant now = clock.instant();
      for (RegisteredCamera node : nodes.values()) {
        if (node.turns(now)) {
          turned.add(node.show(now));
        }
      }
    }
    turned.forEach(camera -> announcer.announce(new CameraChanged(camera)));
  }

  /** In the order of their first registration. */
  public synchronized List<Camera> list() {
    Instant now = clock.instant();
    return nodes.values().stream().map(node -> node.show(now)).toList();
  }

  public synchronized boolean isRegistered(String cameraId) {
    return nodes.containsKey(cameraId);
  }

  /** Registrations that found no place. */
  public long refused() {
    return refused.sum();
  }
}
