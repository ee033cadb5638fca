package edgeai.admin.camera;

import edgeai.admin.settings.AdminSettings;
import edgeai.admin.store.EventWriter;
import edgeai.common.error.TooMany;
import edgeai.common.guard.Announcer;
import edgeai.common.network.Loopback;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * All registered cameras, in memory and on disk. At {@code MAX_CAMERAS} a new one takes the place
 * of another, as {@link edgeai.common.door.FairPlaces} says, or is refused.
 */
@ApplicationScoped
public class Cameras {
  private final CameraRepository repository;
  private final EventWriter writer;
  private final Clock clock;
  private final Announcer announcer;
  private final CameraPlaces places;

  private final GroupChanges<String, Instant> signsOfLife =
      new GroupChanges<>(BinaryOperator.maxBy(Comparator.naturalOrder()), CameraRepository::seen);

  @Inject
  public Cameras(
      AdminSettings settings,
      CameraRepository repository,
      EventWriter writer,
      Clock clock,
      Announcer announcer) {
    this(
        repository,
        writer,
        clock,
        announcer,
        new CameraPlaces(settings.maxCameras(), Loopback.has(settings.host()), settings.silence()));
  }

  /** For the container's proxy. */
  Cameras() {
    this(null, null, null, null, (CameraPlaces) null);
  }

  private Cameras(
      CameraRepository repository,
      EventWriter writer,
      Clock clock,
      Announcer announcer,
      CameraPlaces places) {
    this.repository = repository;
    this.writer = writer;
    this.clock = clock;
    this.announcer = announcer;
    this.places = places;
  }

  @PostConstruct
  public synchronized void load() {
    writer.endGroupsWith(signsOfLife);
    Instant now = clock.instant();
    repository.all().forEach(row -> places.restore(row, now));
  }

  /**
   * Takes a camera in or changes what is known of it; it is on disk when this returns.
   *
   * @param owner whose it is
   * @throws TooMany where there is no place
   */
  Camera register(CameraRegistration registration, String owner) {
    CompletableFuture<Void> done;
    Camera camera;
    Optional<Camera> replaced;
    synchronized (this) {
      Instant now = clock.instant();
      replaced = places.makeRoomFor(registration.cameraId(), owner, now);
      camera = places.take(registration, owner, now).show(now);
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

  /** A camera that nobody was known to own is somebody's; false where it is unknown. */
  synchronized boolean adopt(String cameraId, String owner) {
    Optional<RegisteredCamera> node = places.find(cameraId);
    node.ifPresent(found -> found.isOf(owner));
    return node.isPresent();
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
      RegisteredCamera node = places.find(cameraId).orElse(null);
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
      RegisteredCamera node = places.find(cameraId).orElse(null);
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
      RegisteredCamera node = places.remove(cameraId).orElse(null);
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
    List<Camera> turned;
    synchronized (this) {
      turned = places.turned(clock.instant());
    }
    turned.forEach(camera -> announcer.announce(new CameraChanged(camera)));
  }

  /** In the order of their first registration. */
  public synchronized List<Camera> list() {
    return places.list(clock.instant());
  }

  public synchronized boolean isRegistered(String cameraId) {
    return places.find(cameraId).isPresent();
  }

  /** Whether it is registered and was heard lately. */
  public synchronized boolean isActive(String cameraId) {
    Instant now = clock.instant();
    return places.find(cameraId).filter(node -> !node.isOffline(now)).isPresent();
  }

  /** Registrations that found no place. */
  public long refused() {
    return places.refused();
  }
}
