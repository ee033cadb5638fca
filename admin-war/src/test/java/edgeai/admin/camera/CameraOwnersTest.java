package edgeai.admin.camera;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import edgeai.access.Role;
import edgeai.common.door.Asker;
import edgeai.common.error.Conflict;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CameraOwnersTest {
  private final Set<String> active = new HashSet<>();
  private final CameraOwners owners =
      new CameraOwners(
          new Cameras() {
            @Override
            public synchronized boolean isActive(String cameraId) {
              return active.contains(cameraId);
            }
          });

  private static Asker token(String name, Role role) {
    return new Asker(Asker.Proof.TOKEN, name, "10.0.0.7", Optional.of(role), name);
  }

  private final Asker gate = token("gate", Role.NODE);
  private final Asker rogue = token("rogue", Role.NODE);

  @Test
  void aNameIsOfWhoRegisteredItForAsLongAsItLives() {
    owners.claim("gate-7", gate);
    active.add("gate-7");

    assertThatCode(() -> owners.claim("gate-7", gate)).doesNotThrowAnyException();
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> owners.claim("gate-7", rogue))
        .withMessage("Camera gate-7 belongs to another.");
    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> owners.require("gate-7", rogue));
    assertThatCode(() -> owners.require("gate-7", gate)).doesNotThrowAnyException();

    active.clear();
    owners.claim("gate-7", rogue);
    active.add("gate-7");
    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> owners.require("gate-7", gate));
  }

  @Test
  void aNameThatNobodyRegisteredIsFree() {
    active.add("gate-8");

    assertThatCode(() -> owners.require("gate-8", rogue)).doesNotThrowAnyException();
  }

  @Test
  void nodesTakeOutTheirOwnAndPeopleAny() {
    owners.claim("gate-7", gate);
    active.add("gate-7");

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> owners.requireMayRemove("gate-7", rogue));
    assertThatCode(() -> owners.requireMayRemove("gate-7", gate)).doesNotThrowAnyException();
    assertThatCode(() -> owners.requireMayRemove("gate-7", token("anna", Role.OPERATOR)))
        .doesNotThrowAnyException();
  }
}
