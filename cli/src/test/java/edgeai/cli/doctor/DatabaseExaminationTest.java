package edgeai.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.run.RunFile;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DatabaseExaminationTest {
  @TempDir private Path folder;

  @Test
  void aFileCanBeOpenedOrIsDamaged() throws IOException {
    assertThat(look(List.of()))
        .isEqualTo(Diagnosis.ok("database", "none yet: the first start makes it"));
    Path file = Files.writeString(folder.resolve("admin.mv.db"), "H:2,block:1");
    assertThat(look(List.of()))
        .isEqualTo(Diagnosis.ok("database", file + ", 0.0 MB, can be opened"));
    Files.writeString(file, "\0\0\0\0");
    assertThat(look(List.of()).gravity()).isEqualTo(Gravity.TROUBLE);
    assertThat(look(List.of()).words()).contains("is damaged, or no database");
  }

  @Test
  void oneThatAnotherProcessHasOpenIsOursOrInTheWay() throws IOException {
    Path file = Files.writeString(folder.resolve("coordinator.mv.db"), "H:2,block:1");
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                file.toString())
            .start();
    try {
      assertThat(holder.getInputStream().read()).as("it has it").isEqualTo('l');
      assertThat(look(List.of()).gravity()).isEqualTo(Gravity.TROUBLE);
      assertThat(look(List.of()).words()).contains("is open in another process: end that server");
      assertThat(look(List.of(coordinator())))
          .isEqualTo(Diagnosis.ok("database", file + " is our coordinator's (pid 42)"));
    } finally {
      holder.destroyForcibly();
    }
  }

  /** A process that has a file open as a database has. */
  static final class Holder {
    public static void main(String[] args) throws IOException, InterruptedException {
      try (FileChannel file = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
        file.lock();
        System.out.print('l');
        System.out.flush();
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }

  private static RunFile coordinator() {
    return new RunFile(
        Path.of("run/coordinator"),
        42,
        URI.create("http://127.0.0.1:8000"),
        Optional.empty(),
        false,
        1);
  }

  private Diagnosis look(List<RunFile> running) throws IOException {
    return new DatabaseExamination(List.of(folder), running).look().getFirst();
  }
}
