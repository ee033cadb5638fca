package edgeai.common.door;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.access.AccessFile;
import edgeai.access.AccessToken;
import edgeai.access.JoinCode;
import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.QuietLog;
import edgeai.settings.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(QuietLog.class)
class JoiningTest {
  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock();
  private final String code = JoinCode.fresh();
  private AccessFile file;
  private Joining joining;

  @BeforeEach
  void print() {
    file = new AccessFile(folder.resolve("access"));
    file.change(list -> list.with(JoinCode.of(code, clock.instant())));
    joining =
        new Joining(
            new DoorSettings(Program.COORDINATOR, "0.0.0.0", folder, file.path(), false, List.of()),
            clock);
  }

  private Optional<Joining.Joined> join(String typed) {
    return joining.join(typed, "laptop 7", "10.0.0.7");
  }

  @Test
  void aCodeMakesOneNode() {
    Joining.Joined node = join(code).orElseThrow();

    assertThat(node.name()).isEqualTo("laptop-7");
    assertThat(file.read().find(node.token(), clock.instant()))
        .map(AccessToken::role)
        .contains(Role.NODE);
    assertThat(join(code)).as("a second time").isEmpty();
    assertThat(file.read().tokens()).hasSize(1);
  }

  @Test
  void aNodeOfTheSameNameGetsANumber() {
    file.change(
        list ->
            list.with(
                new AccessToken(
                    "laptop-7",
                    Role.NODE,
                    Secret.fresh().hash(),
                    clock.instant(),
                    Optional.empty())));

    assertThat(join(code).orElseThrow().name()).isEqualTo("laptop-7-2");
  }

  @Test
  void machinesJoinByCodesOfTheirOwnInAnyOrder() {
    String other = JoinCode.fresh();
    file.change(list -> list.with(JoinCode.of(other, clock.instant())));

    assertThat(join(other)).isPresent();
    assertThat(join(code)).isPresent();
    assertThat(join(other)).as("a second time").isEmpty();
    assertThat(file.read().codes()).isEmpty();
  }

  @Test
  void codesThatWaitAreFew() {
    for (int i = 0; i < 100; i++) {
      file.change(list -> list.with(JoinCode.of(JoinCode.fresh(), clock.instant())));
    }

    assertThat(file.read().codes()).hasSizeLessThan(20);
    assertThat(join(code)).as("the oldest").isEmpty();
  }

  @Test
  void aCodeEndsAfterItsTimeOrItsWrongTries() {
    clock.advance(JoinCode.LIFE);
    assertThat(join(code)).isEmpty();

    print();
    for (int i = 0; i < 4; i++) {
      assertThat(join("wrong")).isEmpty();
    }
    assertThat(join(code)).as("the fifth try").isPresent();

    print();
    for (int i = 0; i < 5; i++) {
      assertThat(join("wrong")).isEmpty();
    }
    assertThat(join(code)).as("the sixth try").isEmpty();
  }
}
