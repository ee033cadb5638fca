package edgeai.admin.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import edgeai.access.Role;
import edgeai.common.door.Asker;
import edgeai.common.door.OpenWays;
import edgeai.common.error.Conflict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CameraOwnersTest {
  private final Set<String> active = new HashSet<>();
  private final Map<Object, Runnable> ends = new HashMap<>();
  private final CameraOwners owners = new CameraOwners(new KnownCameras(), new Watched());

  private final class KnownCameras extends Cameras {
    @Override
    public synchronized boolean isActive(String cameraId) {
      return active.contains(cameraId);
    }

    @Override
    synchronized boolean adopt(String cameraId, String owner) {
      return active.contains(cameraId);
    }

    @Override
    void remove(String cameraId) {
      active.remove(cameraId);
    }
  }

  /** What is open, without anybody who looks after it. */
  private final class Watched extends OpenWays {
    @Override
    public void enter(Object way, Asker asker, Runnable end) {
      ends.put(way, end);
    }

    @Override
    public void leave(Object way) {
      ends.remove(way);
    }
  }

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

  @Test
  void whoseTokenIsRevokedHasNoCameraAndTakesNobodysElse() {
    owners.claim("gate-7", gate);
    active.add("gate-7");
    Runnable end = ends.get("camera gate-7");
    end.run();
    assertThat(active).isEmpty();

    owners.claim("gate-7", rogue);
    active.add("gate-7");
    end.run();
    assertThat(active).containsExactly("gate-7");
  }

  /** Who owns what is known in memory only. */
  @Test
  void afterARestartACameraIsOfWhoKeepsItAlive() {
    active.add("gate-7");
    owners.heard("gate-7", gate);

    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> owners.heard("gate-7", rogue));
    ends.get("camera gate-7").run();
    assertThat(active).isEmpty();
    owners.heard("nobody", rogue);
    assertThat(ends).doesNotContainKey("camera nobody");
  }

  @Test
  void whatIsKnownIsBounded() {
    for (int id = 0; id < 10_500; id++) {
      owners.claim("gate-" + id, rogue);
    }

    assertThat(ends).hasSize(10_000).doesNotContainKey("camera gate-7");
  }
}
