package edgeai.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsExaminationTest {
  @TempDir private Path system;

  @ParameterizedTest
  @CsvSource({
    "1024, 8000000, WARNING, OK",
    "524288, 8000000, OK, OK",
    "unlimited, 8000000, OK, OK",
    "524288, 2000000, OK, WARNING"
  })
  void whatAProcessMayHaveIsHeldAgainstWhatServersNeed(
      String files, long memory, Gravity ofFiles, Gravity ofMemory) throws IOException {
    Files.createDirectory(system.resolve("self"));
    Files.writeString(
        system.resolve("self/limits"),
        "Limit                     Soft Limit           Hard Limit           Units\n"
            + "Max open files            256                  %-20s files\n".formatted(files));
    Files.writeString(
        system.resolve("meminfo"),
        "MemTotal:       16000000 kB\nMemAvailable:   %d kB\n".formatted(memory));
    assertThat(new LimitsExamination(system, 4).look())
        .extracting(Diagnosis::gravity)
        .containsExactly(ofFiles, ofMemory);
  }

  @Test
  void aSystemThatTellsNothingIsNoTrouble() throws IOException {
    assertThat(new LimitsExamination(system, 4).look())
        .extracting(Diagnosis::gravity)
        .containsExactly(Gravity.OK);
  }
}
