package edgeai.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskExaminationTest {
  @TempDir private Path root;

  @ParameterizedTest
  @CsvSource({
    "9e9, OK, 9.0 GB free for data in DIR",
    "4e9, WARNING, 4.0 GB free for data in DIR: a few videos fill it; make room",
    "4e8, TROUBLE, '0.4 GB free for data in DIR: make room, or choose another folder with --data'"
  })
  void roomIsHeldAgainstWhatServersNeed(double bytes, Gravity gravity, String words)
      throws IOException {
    Path wished = root.resolve("not there yet/data");
    Diagnosis found = look(wished, (long) bytes, root.resolve("mounts"));
    assertThat(found.gravity()).isEqualTo(gravity);
    assertThat(found.words()).isEqualTo(words.replace("DIR", wished.toString()));
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    Diagnosis found = look(file.resolve("data"), Long.MAX_VALUE, root.resolve("mounts"));
    assertThat(found.gravity()).isEqualTo(Gravity.TROUBLE);
    assertThat(found.words()).contains(file + " is a file: choose another folder with --data");
  }

  @Test
  void librariesMustLoadFromThere() throws IOException {
    Path data = Files.createDirectory(root.resolve("with blank"));
    Path mounts =
        Files.writeString(
            root.resolve("mounts"),
            "/dev/a / ext4 rw,noexec 0 0\n/dev/b %s ext4 rw 0 0\ntmpfs %s tmpfs rw,nosuid,noexec 0 0\n"
                .formatted(root.toRealPath(), data.toRealPath().toString().replace(" ", "\\040")));
    assertThat(look(root, Long.MAX_VALUE, mounts).gravity()).isEqualTo(Gravity.OK);
    Diagnosis found = look(data, Long.MAX_VALUE, mounts);
    assertThat(found.gravity()).isEqualTo(Gravity.TROUBLE);
    assertThat(found.words()).contains("mounted noexec");
  }

  @Test
  void thisMachineTellsIts() throws IOException {
    assertThat(new DiskExamination(Map.of("data", root)).look())
        .singleElement()
        .satisfies(found -> assertThat(found.words()).contains("data in " + root));
  }

  private static Diagnosis look(Path folder, long room, Path mounts) throws IOException {
    return new DiskExamination(Map.of("data", folder), any -> room, mounts).look().getFirst();
  }
}
