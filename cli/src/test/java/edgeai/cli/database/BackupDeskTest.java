package edgeai.cli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.fixture.SpokenLines;
import edgeai.settings.BackupFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BackupDeskTest {
  private final SpokenLines said = new SpokenLines();

  @TempDir private Path folder;
  private BackupFiles files;
  private BackupDesk desk;

  @BeforeEach
  void open() {
    files = new BackupFiles(folder, "admin");
    desk = new BackupDesk(said.console(), files, Duration.ofSeconds(20));
  }

  /** What a server does with the wish for a backup. */
  private CompletableFuture<Void> answers(Path with, String text) {
    return CompletableFuture.runAsync(
        () -> {
          await().until(() -> Files.exists(files.wanted()));
          try {
            Files.delete(files.wanted());
            Files.writeString(with, text);
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  @Test
  void whatTheServerMadeIsWhereItIsWanted() throws Exception {
    Path to = folder.resolve("monday");
    CompletableFuture<Void> server = answers(files.made(), "rows");
    desk.backUp(to);
    server.join();

    assertThat(to).hasContent("rows");
    assertThat(files.made()).doesNotExist();
    assertThat(said.text()).contains("monday of the admin");
    assertThatThrownBy(() -> desk.backUp(to))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining("is there already");
  }

  @Test
  void whyTheServerCouldNotIsTold() {
    CompletableFuture<Void> server = answers(files.failed(), "No space left on device");
    assertThatThrownBy(() -> desk.backUp(folder.resolve("tuesday")))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining("No space left on device");
    server.join();
  }

  @Test
  void aServerThatDoesNotRunIsNotWaitedForForEver() {
    BackupDesk hasty = new BackupDesk(said.console(), files, Duration.ofMillis(200));
    assertThatThrownBy(() -> hasty.backUp(folder.resolve("never")))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining("no admin runs with its data in " + folder);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsRestoredIsHandedToTheNextStartAlone() throws Exception {
    Path from = Files.writeString(folder.resolve("monday"), "rows");
    desk.restore(from, false);
    desk.restore(from, true);

    assertThat(files.restore(false)).doesNotExist();
    assertThat(files.restore(true)).hasContent("rows");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.restore(true))))
        .isEqualTo("rw-------");
  }
}
