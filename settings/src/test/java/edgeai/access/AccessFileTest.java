package edgeai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessFileTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final Secret SECRET = Secret.fresh();

  @TempDir private Path temporary;
  private Path path;
  private AccessFile file;

  @BeforeEach
  void open() {
    path = temporary.resolve("data/access");
    file = new AccessFile(path);
  }

  private static AccessToken token(String name, Secret secret, Optional<Instant> expires) {
    return new AccessToken(name, Role.NODE, secret.hash(), NOW, expires);
  }

  private static AccessToken token(String name) {
    return token(name, Secret.fresh(), Optional.empty());
  }

  @Test
  void whatIsNotThereHoldsNobody() {
    assertThat(file.read().isEmpty()).isTrue();
  }

  @Test
  void whatWasAddedIsReadAgain() {
    Password password = Password.of("correct horse".toCharArray());
    Instant later = NOW.plus(Duration.ofDays(30));

    file.change(list -> list.with(token("laptop-7", SECRET, Optional.of(later))));
    file.change(list -> list.with(new Account("anna", Role.OPERATOR, password, NOW)));
    file.change(list -> list.with(JoinCode.of("ABCD", NOW)).with(JoinCode.of("EFGH", NOW)));

    AccessList read = file.read();
    assertThat(read.tokens()).containsExactly(token("laptop-7", SECRET, Optional.of(later)));
    assertThat(read.account("anna").orElseThrow().password()).isEqualTo(password);
    assertThat(read.codes())
        .satisfiesExactly(
            first -> assertThat(first.matches("ABCD")).isTrue(),
            second -> assertThat(second.matches("EFGH")).isTrue());
  }

  @Test
  void noSecretStandsInIt() throws IOException {
    file.change(list -> list.with(token("laptop-7", SECRET, Optional.empty())));

    assertThat(Files.readString(path)).doesNotContain(SECRET.text()).contains(SECRET.hash());
  }

  @Test
  void aTokenCountsUntilItExpiresOrIsRevoked() {
    Instant end = NOW.plusSeconds(60);
    file.change(list -> list.with(token("laptop-7", SECRET, Optional.of(end))));

    assertThat(file.read().find(SECRET, end.minusMillis(1))).isPresent();
    assertThat(file.read().find(SECRET, end)).isEmpty();
    assertThat(file.read().find(Secret.fresh(), NOW)).isEmpty();

    file.change(list -> list.withoutToken("laptop-7"));
    assertThat(file.read().find(SECRET, NOW)).isEmpty();
  }

  @Test
  void aNameIsGivenOnce() {
    file.change(list -> list.with(token("laptop-7")));

    assertThatExceptionOfType(AccessException.class)
        .isThrownBy(() -> file.change(list -> list.with(token("laptop-7"))))
        .withMessageContaining("there is a token laptop-7 already");
    assertThatExceptionOfType(AccessException.class)
        .isThrownBy(() -> file.change(list -> list.with(token("a\tb"))))
        .withMessageContaining("1 to 64 letters");
    assertThatExceptionOfType(AccessException.class)
        .isThrownBy(() -> file.change(list -> list.withoutToken("laptop-8")))
        .withMessageContaining("there is no token laptop-8");
    assertThat(file.read().tokens()).hasSize(1);
  }

  @Test
  void fileAndFolderAreTheirOwnersAlone() throws IOException {
    file.change(list -> list.with(token("laptop-7")));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void aFolderIsTakenFromOthersUnlessItIsEverybodys() throws Exception {
    Path own = Files.createDirectory(temporary.resolve("own"));
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(PrivateFiles.closeFolder(own)).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
        .isEqualTo("rwx------");

    Path everybodys = Files.createDirectory(temporary.resolve("everybodys"));
    new ProcessBuilder("chmod", "1777", everybodys.toString()).start().waitFor();
    assertThat(PrivateFiles.closeFolder(everybodys)).isFalse();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(everybodys)))
        .isEqualTo("rwxrwxrwx");
  }

  @Test
  void aFileThatOthersCanReadIsNotTrusted() throws IOException {
    file.change(list -> list.with(token("laptop-7")));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatExceptionOfType(AccessException.class)
        .isThrownBy(file::read)
        .withMessageContaining("others on this machine can read " + path);
  }

  @Test
  void aLineThatCannotBeReadIsNamed() throws IOException {
    file.change(list -> list.with(token("laptop-7")));
    for (String line :
        List.of(
            "token\tx",
            "token\tx\tking\t" + SECRET.hash() + "\t" + NOW + "\t-",
            "token\tx\tnode\tabc\t" + NOW + "\t-",
            "account\tx\tviewer\tpbkdf2-sha256$99999999$AA==$AA==\t" + NOW,
            "something")) {
      Files.writeString(path, "# a remark\n" + line + "\n");
      assertThatExceptionOfType(AccessException.class)
          .isThrownBy(file::read)
          .withMessageContaining(path + ": line 2 cannot be read");
    }
  }

  @Test
  void eachChangeMakesAnotherVersion() throws IOException {
    Object none = file.version();
    file.change(list -> list.with(token("a")));
    Object one = file.version();
    file.change(list -> list.withoutToken("a").with(token("b")));

    assertThat(List.of(none, one, file.version())).doesNotHaveDuplicates();
  }

  @Test
  void nobodysChangeIsLost() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<AccessList>> changes =
          IntStream.range(0, 20)
              .<Callable<AccessList>>mapToObj(
                  i -> () -> new AccessFile(path).change(list -> list.with(token("t" + i))))
              .toList();
      for (Future<AccessList> change : threads.invokeAll(changes)) {
        change.get();
      }
    }
    assertThat(file.read().tokens()).hasSize(20);
  }
}
