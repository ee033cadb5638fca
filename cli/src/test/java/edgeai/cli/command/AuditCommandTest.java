package edgeai.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.audit.AuditActor;
import edgeai.audit.AuditEntry;
import edgeai.audit.AuditFile;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import edgeai.cli.fixture.SpokenLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
  private static final Instant EIGHT = Instant.parse("2026-11-29T08:00:00Z");

  @TempDir private Path root;
  private final SpokenLines said = new SpokenLines();

  private void run(String... words) throws InterruptedException {
    new CommandTyping(root, said).run(words);
  }

  private List<String> audit(String... options) throws InterruptedException {
    int before = said.lines().size();
    run(Stream.concat(Stream.of("audit"), Stream.of(options)).toArray(String[]::new));
    return said.lines().subList(before, said.lines().size());
  }

  private Path server(String name) {
    return root.resolve(".edge/data").resolve(name);
  }

  private static String line(int second, String server, String who, String thing, int status) {
    AuditActor actor = new AuditActor(who, "account", "operator", "10.0.0.7", "");
    return AuditEntry.once(
            EIGHT.plusSeconds(second), server, actor, "DELETE /jobs/{id}", thing, status, "")
        .line();
  }

  @Test
  void allLogsAreOneInTheOrderOfTime() throws Exception {
    AuditFile.ofDeeds(server("coordinator"))
        .append(
            List.of(
                line(1, "coordinator", "anna", "a1", 200),
                line(4, "coordinator", "anna", "a2", 200)));
    AuditFile.ofRefusals(server("coordinator"))
        .append(List.of(line(2, "coordinator", "tv", "a1", 403)));
    AuditFile.ofDeeds(server("worker-2")).append(List.of(line(3, "worker", "anna", "w", 200)));

    assertThat(audit())
        .containsExactly(
            "2026-11-29T08:00:01Z  coordinator  anna (account, operator) from 10.0.0.7  DELETE /jobs/{id}  a1  200",
            "2026-11-29T08:00:02Z  coordinator  tv (account, operator) from 10.0.0.7  DELETE /jobs/{id}  a1  403",
            "2026-11-29T08:00:03Z  worker-2     anna (account, operator) from 10.0.0.7  DELETE /jobs/{id}  w  200",
            "2026-11-29T08:00:04Z  coordinator  anna (account, operator) from 10.0.0.7  DELETE /jobs/{id}  a2  200");
    assertThat(audit("--who", "tv")).hasSize(1);
    assertThat(audit("--who", "a1")).as("a thing").hasSize(2);
    assertThat(audit("--since", "2026-11-29T08:00:03Z")).hasSize(2);
    assertThat(audit("--since", "2026-11-29T08:00:03Z", "--json"))
        .containsExactly(
            line(3, "worker", "anna", "w", 200), line(4, "coordinator", "anna", "a2", 200));
  }

  @Test
  void whatThisCommandChangesIsThereWithoutASecret() throws Exception {
    Files.writeString(root.resolve("secret"), "correct horse\n");
    run("token", "create", "--role", "node", "--name", "laptop-7");
    String token = said.lines().getFirst();
    run("user", "add", "anna", "--role", "viewer", "--password-file", "secret");
    run("user", "password", "anna", "--password-file", "secret");
    run("user", "remove", "anna");
    run("token", "revoke", "laptop-7");

    List<String> shown = audit("--since", "1h");
    assertThat(shown).hasSize(5).allMatch(line -> line.contains(System.getProperty("user.name")));
    assertThat(shown.get(0)).contains("command", "(local)", "token create  laptop-7", "role node");
    assertThat(shown.get(1)).contains("user add  anna", "role viewer");
    assertThat(shown.get(2)).contains("user password  anna");
    assertThat(shown.get(3)).contains("user remove  anna");
    assertThat(shown.get(4)).contains("token revoke  laptop-7");
    assertThat(String.join("\n", shown)).doesNotContain("correct horse").doesNotContain(token);
    assertThat(audit("--who", "anna")).hasSize(3);
  }

  @Test
  void whatIsRefusedIsNoChange() {
    assertThatThrownBy(() -> run("token", "revoke", "nobody")).isInstanceOf(CommandRefusal.class);
    assertThat(AuditFile.ofDeeds(root.resolve(".edge/data")).isThere()).isFalse();
  }

  @Test
  void aLineThatIsNoneIsPassedOver() throws IOException, InterruptedException {
    AuditFile file = AuditFile.ofDeeds(server("admin"));
    file.append(List.of(line(1, "admin", "anna", "a1", 200)));
    Files.writeString(
        file.path(), "{\"at\":\"20\n[]\n{\"at\":\"soon\"}\n", StandardOpenOption.APPEND);
    file.append(List.of(line(2, "admin", "anna", "a2", 200)));

    assertThat(audit()).hasSize(2);
  }

  @Test
  void whatIsTypedWronglyIsSaid() {
    assertThatThrownBy(() -> run("audit", "--since", "yesterday")).isInstanceOf(Misuse.class);
    assertThatThrownBy(() -> run("audit", "--everything")).isInstanceOf(Misuse.class);
  }

  @Test
  void whereThereIsNoneThereIsNothingToShow() throws InterruptedException {
    assertThat(audit()).isEmpty();
  }
}
