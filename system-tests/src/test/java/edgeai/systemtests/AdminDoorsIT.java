package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.settings.Program;
import edgeai.systemtests.fixture.AdminServer;
import edgeai.systemtests.fixture.AuditLog;
import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.DoorMatrix;
import edgeai.systemtests.fixture.Doors;
import edgeai.systemtests.fixture.Listener;
import edgeai.systemtests.fixture.OnServers;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in at an admin server, as what, and for how long. */
@OnServers
class AdminDoorsIT {
  private final AdminServer admin;
  private Doors doors;

  AdminDoorsIT(AdminServer admin) {
    this.admin = admin;
  }

  @BeforeEach
  void open() {
    doors = new Doors(admin.server());
  }

  @AfterEach
  void close() {
    doors.close();
  }

  @Test
  void everybodyMayDoWhatTheMatrixSaysAndNothingElse() {
    DoorMatrix.check(Program.ADMIN, doors);
  }

  @Test
  void aSocketEndsWithItsToken() {
    Secret token = doors.create("tv", Role.VIEWER);
    try (Listener listener =
        Listener.with(admin.server(), "/ws/cameras", Doors.headers(Optional.of(token)))) {
      doors.revoke("tv");
      assertThat(listener.awaitClosed()).isEqualTo(1008);
    }
  }

  /** A command is answered later, on another thread. */
  @Test
  void whatIsDoneToACameraIsInTheAuditLog() {
    AuditLog log = new AuditLog(admin.server());
    new CameraClient(admin.http()).register("audited");
    admin
        .http()
        .post("/camera-control", "{\"camera_id\":\"audited\",\"command\":\"stop\"}")
        .expect(200);
    admin.http().delete("/cameras/audited").expect(200);

    JsonObject command = log.await("POST /camera-control", "audited", 1);
    assertThat(command.getInt("status")).isEqualTo(200);
    assertThat(command.getString("detail")).isEqualTo("stop");
    assertThat(AuditLog.actor(command)).isEqualTo(List.of("", "local", "admin"));
    log.await("POST /register-camera", "audited", 1);
    log.await("DELETE /cameras/{id}", "audited", 1);
    assertThat(log.lines("POST /camera-control", "audited")).hasSize(1);
  }
}
