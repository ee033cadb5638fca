package edgeai.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.access.AccessFile;
import edgeai.access.AccessList;
import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.access.SentToken;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.fixture.SpokenLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessCommandsTest {
  @TempDir private Path root;
  private final SpokenLines said = new SpokenLines();

  private AccessList access() {
    return new AccessFile(root.resolve(".edge/data/access")).read();
  }

  @Test
  void aTokenIsShownOnceAndKnownAgain() throws InterruptedException {
    run("token", "create", "--role", "node", "--name", "laptop-7", "--expires", "30d");

    Secret shown = new Secret(said.lines().getFirst());
    assertThat(access().find(shown, Instant.now()).orElseThrow().role()).isEqualTo(Role.NODE);
    assertThat(access().find(shown, Instant.now().plusSeconds(31L * 86_400))).isEmpty();

    run("token", "list");
    assertThat(String.join("\n", said.lines())).containsPattern("laptop-7 +node +20");
    run("token", "revoke", "laptop-7");
    assertThat(access().tokens()).isEmpty();
  }

  @Test
  void aTokenMayGoIntoAFile() throws InterruptedException {
    run("token", "create", "--role", "viewer", "--name", "tv", "--out", "tv.token");

    Secret kept = SentToken.read(root.resolve("tv.token"));
    assertThat(access().find(kept, Instant.now())).isPresent();
    assertThat(String.join("\n", said.lines())).doesNotContain(kept.text());
  }

  @Test
  void dataElsewhereHasItsOwn() throws InterruptedException {
    run("token", "create", "--role", "viewer", "--name", "tv", "--data", "elsewhere");

    assertThat(access().isEmpty()).isTrue();
    assertThat(new AccessFile(root.resolve("elsewhere/access")).read().tokens()).hasSize(1);
  }

  @Test
  void somebodyLogsInWithAPassword() throws IOException, InterruptedException {
    Files.writeString(root.resolve("secret"), "correct horse\n");
    Files.writeString(root.resolve("another"), "battery staple");
    run("user", "add", "anna", "--role", "operator", "--password-file", "secret");
    assertThat(
            access()
                .account("anna")
                .orElseThrow()
                .password()
                .matches("correct horse".toCharArray()))
        .isTrue();

    run("user", "password", "anna", "--password-file", "another");
    assertThat(access().account("anna").orElseThrow().role()).isEqualTo(Role.OPERATOR);
    assertThat(
            access()
                .account("anna")
                .orElseThrow()
                .password()
                .matches("battery staple".toCharArray()))
        .isTrue();

    run("user", "remove", "anna");
    assertThat(access().isEmpty()).isTrue();
  }

  @Test
  void aShortPasswordIsRefused() throws IOException {
    Files.writeString(root.resolve("secret"), "short\n");

    assertThatThrownBy(
            () -> run("user", "add", "anna", "--role", "viewer", "--password-file", "secret"))
        .isInstanceOf(CommandRefusal.class)
        .hasMessage("a password has 10 to 256 characters");
  }

  @Test
  void whatIsThereAlreadyIsToldOf() throws InterruptedException {
    run("token", "create", "--role", "node", "--name", "a");
    assertThatThrownBy(() -> run("token", "create", "--role", "node", "--name", "a"))
        .hasMessageContaining("there is a token a already");
    assertThatThrownBy(() -> run("token", "revoke", "b")).hasMessage("there is no token b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token",
        "token dance",
        "token create --name a",
        "token create --role node",
        "token create --role king --name a",
        "token create --role node --name a --expires soon",
        "token create a --role node --name a",
        "token list --role node",
        "token list a",
        "token revoke",
        "token revoke a b",
        "token revoke --all",
        "join king",
        "worker --coordinator http://127.0.0.1:1 --token-file a --join b",
        "user add",
        "user add anna",
        "user add anna --role node --password-file x",
        "user list anna",
        "user remove"
      })
  void whatIsTypedWronglyIsToldOf(String typed) {
    assertThatThrownBy(() -> run(typed.split(" ")))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageEndingWith("(./edge help)");
  }

  private void run(String... words) throws InterruptedException {
    new CommandTyping(root, said).run(words);
  }
}
