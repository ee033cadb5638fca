package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledModelTest {

  private static final Path ORIGINAL = Path.of("../model/street.onnx");
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path folder;

  @Test
  void isADetectorOfTheStreet() throws Exception {
    DetectorOptions options = new DetectorOptions("cpu", 1, 1);

    try (Detector detector = Detector.open(BundledModel.STREET.in(folder), options)) {
      assertThat(detector.card().classes())
          .containsExactly("person", "bicycle", "car", "motorcycle", "bus", "truck");
      assertThat(detector.card().inputSize()).isEqualTo("640x640");
    }
  }

  @Test
  void isUnpackedUnderItsHashIntoAFolderThatIsNotThereYet() throws Exception {
    Path file = BundledModel.STREET.in(folder.resolve("a/b"));

    assertThat(file).hasSameBinaryContentAs(ORIGINAL);
    assertThat(file).hasFileName(Sha256.of(ORIGINAL) + ".onnx");
    assertThat(file.getParent()).isEqualTo(folder.resolve("a/b/models"));
  }

  @Test
  void isLeftAloneWhereItIsWhole() throws Exception {
    Path file = BundledModel.STREET.in(folder);
    Files.setLastModifiedTime(file, LONG_AGO);

    assertThat(BundledModel.STREET.in(folder)).isEqualTo(file);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_000})
  void isUnpackedAgainWhereItWasCutOff(int length) throws Exception {
    Path file = BundledModel.STREET.in(folder);
    Files.write(file, new byte[length]);

    assertThat(BundledModel.STREET.in(folder)).hasSameBinaryContentAs(ORIGINAL);
  }

  @Test
  void isUnpackedAgainWhereOneBitIsWrong() throws Exception {
    Path file = BundledModel.STREET.in(folder);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThat(BundledModel.STREET.in(folder)).hasSameBinaryContentAs(ORIGINAL);
  }

  @Test
  void manyMayStartAtTheSameTime() throws Exception {
    Callable<Path> start = () -> BundledModel.STREET.in(folder);
    Set<Path> files = new HashSet<>();
    ExecutorService servers = Executors.newFixedThreadPool(8);
    try {
      for (Future<Path> started : servers.invokeAll(Collections.nCopies(24, start))) {
        files.add(started.get());
      }
    } finally {
      servers.shutdownNow();
    }

    assertThat(files).hasSize(1);
    assertThat(files.iterator().next()).hasSameBinaryContentAs(ORIGINAL);
    assertThat(namesIn(folder.resolve("models")))
        .as("nothing is left beside it")
        .containsExactly(Sha256.of(ORIGINAL) + ".onnx");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path occupied = Files.createFile(folder.resolve("occupied"));

    assertThatThrownBy(() -> BundledModel.STREET.in(occupied))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll(occupied.toString(), "DATA_DIR");
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
