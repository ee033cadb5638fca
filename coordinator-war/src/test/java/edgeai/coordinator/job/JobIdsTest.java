package edgeai.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.coordinator.settings.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobIdsTest {
  private final Set<String> asked = new HashSet<>();

  @TempDir private Path folder;

  private JobIds ids(int taken) {
    JobFiles files = new JobFiles(TestSettings.in(folder));
    return new JobIds(new Rows(taken), files);
  }

  @Test
  void anIdIsTwelveHexadecimalDigits() {
    JobIds ids = ids(0);
    for (int i = 0; i < 100; i++) {
      assertThat(ids.next()).matches("[0-9a-f]{12}");
    }
    assertThat(asked).hasSize(100);
  }

  @Test
  void oneThatAJobHasIsNotGivenAgain() {
    String id = ids(3).next();

    assertThat(asked).hasSize(4).contains(id);
  }

  @Test
  void oneThatAnUploadGoesByIsNotGivenAgain() throws IOException {
    JobFiles files = new JobFiles(TestSettings.in(folder));
    List<String> drawn = List.of("a", "b", "c");
    Files.writeString(files.part("a"), "half an upload");
    Files.writeString(files.video("b"), "an upload");
    JobIds ids = new JobIds(new Rows(0), files);

    assertThat(drawn.stream().filter(id -> !ids.isTaken(id))).containsExactly("c");
  }

  /** A database in which the first ids that are asked for are taken. */
  private final class Rows extends JobRepository {
    private final int taken;

    Rows(int taken) {
      this.taken = taken;
    }

    @Override
    public Optional<JobRecord> find(String jobId) {
      asked.add(jobId);
      return asked.size() <= taken ? Optional.of(new JobRecord(null, null)) : Optional.empty();
    }
  }
}
