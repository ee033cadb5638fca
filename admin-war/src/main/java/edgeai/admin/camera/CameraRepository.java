package edgeai.admin.camera;

import edgeai.admin.store.AdminDatabase;
import edgeai.common.wire.CameraRegistration;
import edgeai.common.wire.CameraReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The rows of cameras. */
@ApplicationScoped
public class CameraRepository {
  private final AdminDatabase database;

  @Inject
  public CameraRepository(AdminDatabase database) {
    this.database = database;
  }

  /** For the container's proxy. */
  CameraRepository() {
    this(null);
  }

  record Row(CameraRegistration registration, Instant registeredAt, Instant lastSeen) {}

  List<Row> all() {
    return database.list(
        "select camera_id, hostname, ip_address, registered_at, last_seen, state, trouble"
            + " from camera order by registered_at, camera_id",
        row ->
            new Row(
                new CameraRegistration(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    new CameraReport(row.getString(6), row.getString(7))),
                Instant.ofEpochMilli(row.getLong(4)),
                Instant.ofEpochMilli(row.getLong(5))));
  }

  static void save(Connection connection, Camera camera) throws SQLException {
    int updated =
        AdminDatabase.update(
            connection,
            "update camera set hostname = ?, ip_address = ?, last_seen = ?, state = ?, trouble = ?"
                + " where camera_id = ?",
            camera.hostname(),
            camera.ipAddress(),
            camera.lastSeen().toEpochMilli(),
            camera.state(),
            camera.trouble(),
            camera.cameraId());
    if (updated == 0) {
      AdminDatabase.update(
          connection,
          "insert into camera"
              + " (camera_id, hostname, ip_address, registered_at, last_seen, state, trouble)"
              + " values (?, ?, ?, ?, ?, ?, ?)",
          camera.cameraId(),
          camera.hostname(),
          camera.ipAddress(),
          camera.registeredAt().toEpochMilli(),
          camera.lastSeen().toEpochMilli(),
          camera.state(),
          camera.trouble());
    }
  }

  /** Notes a sign of life in a transaction; unknown cameras stay unknown. */
  static void seen(Connection connection, String cameraId, Instant now) throws SQLException {
    AdminDatabase.update(
        connection,
        "update camera set last_seen = greatest(last_seen, ?) where camera_id = ?",
        now.toEpochMilli(),
        cameraId);
  }

  static void told(Connection connection, String cameraId, CameraReport told) throws SQLException {
    AdminDatabase.update(
        connection,
        "update camera set state = ?, trouble = ? where camera_id = ?",
        told.state(),
        told.trouble(),
        cameraId);
  }

  static void delete(Connection connection, String cameraId) throws SQLException {
    AdminDatabase.update(connection, "delete from camera where camera_id = ?", cameraId);
  }
}
