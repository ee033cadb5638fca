package edgeai.common.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.access.AccessFile;
import edgeai.access.AccessToken;
import edgeai.access.Account;
import edgeai.access.Password;
import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.common.door.Asker.Proof;
import edgeai.common.fixture.MutableClock;
import edgeai.settings.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakersTest {
  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock();
  private AccessFile file;
  private Door door;
  private Makers makers;

  @BeforeEach
  void open() {
    file = new AccessFile(folder.resolve("access"));
    door =
        new Door(
            new DoorSettings(Program.COORDINATOR, "0.0.0.0", folder, file.path(), false, List.of()),
            new OwnSecret(),
            clock);
    makers = new Makers(door, clock);
  }

  private static Asker asker(Proof proof, String name, String grant) {
    return new Asker(proof, name, "10.0.0.7", Optional.of(Role.OPERATOR), grant);
  }

  private void isGone(String mark) {
    await().until(() -> !makers.isKnown(mark));
  }

  @Test
  void whoHasATokenIsKnownUntilItIsRevoked() {
    Secret secret = Secret.fresh();
    AccessToken token =
        new AccessToken("tv", Role.OPERATOR, secret.hash(), clock.instant(), Optional.empty());
    file.change(list -> list.with(token));
    String mark = makers.mark(asker(Proof.TOKEN, "tv", secret.hash()));
    assertThat(makers.isKnown(mark)).isTrue();
    file.change(list -> list.withoutToken("tv"));
    isGone(mark);
    file.change(
        list ->
            list.with(
                new AccessToken(
                    "tv",
                    Role.OPERATOR,
                    Secret.fresh().hash(),
                    clock.instant(),
                    Optional.empty())));
    door.access();
    assertThat(makers.isKnown(mark)).isFalse();
  }

  @Test
  void aTokenWhoseTimeIsOverIsNobodys() {
    Secret secret = Secret.fresh();
    file.change(
        list ->
            list.with(
                new AccessToken(
                    "tv",
                    Role.OPERATOR,
                    secret.hash(),
                    clock.instant(),
                    Optional.of(clock.instant().plusSeconds(60)))));
    String mark = makers.mark(asker(Proof.TOKEN, "tv", secret.hash()));
    assertThat(makers.isKnown(mark)).isTrue();
    clock.advance(Duration.ofMinutes(2));
    assertThat(makers.isKnown(mark)).isFalse();
  }

  @Test
  void whoHasAnAccountIsKnownUntilItIsRemoved() {
    Account anna =
        new Account(
            "anna", Role.OPERATOR, Password.of("correct horse".toCharArray()), clock.instant());
    file.change(list -> list.with(anna));
    String mark = makers.mark(asker(Proof.ACCOUNT, "anna", "x"));
    assertThat(makers.isKnown(mark)).isTrue();
    file.change(list -> list.withoutAccount("anna"));
    isGone(mark);
  }

  @Test
  void thisMachineStaysAndProvidersDoNot() {
    assertThat(makers.isKnown(makers.mark(asker(Proof.LOCAL, "", "")))).isTrue();
    assertThat(makers.isKnown(makers.mark(asker(Proof.OIDC, "7", "x")))).isFalse();
    assertThat(makers.isKnown("nobody")).isFalse();
    assertThat(makers.isKnown("")).isFalse();
  }
}
