package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.settings.Program;
import edgeai.systemtests.fixture.AdminServer;
import edgeai.systemtests.fixture.DoorMatrix;
import edgeai.systemtests.fixture.Doors;
import edgeai.systemtests.fixture.Listener;
import edgeai.systemtests.fixture.OnServers;
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
}
