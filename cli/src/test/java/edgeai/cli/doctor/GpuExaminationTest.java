package edgeai.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuExaminationTest {
  private static final List<String> CUDA =
      List.of(
          "libcudart.so.12",
          "libcublas.so.12",
          "libcublasLt.so.12",
          "libcurand.so.10",
          "libcufft.so.11");

  @TempDir private Path root;
  private Path devices;
  private Path libraries;
  private Path cuda;

  @BeforeEach
  void makeFolders() throws IOException {
    devices = Files.createDirectory(root.resolve("dev"));
    libraries = Files.createDirectory(root.resolve("libs"));
    cuda = Files.createDirectory(root.resolve("cuda"));
  }

  @Test
  void withoutADeviceItIsTroubleOnlyWhereOneIsWanted() throws IOException, InterruptedException {
    assertThat(look("cpu").gravity()).isEqualTo(Gravity.OK);
    assertThat(look("auto"))
        .isEqualTo(Diagnosis.ok("gpu", "no NVIDIA device is seen here: inference runs on the CPU"));
    assertThat(look("cuda:1").gravity()).isEqualTo(Gravity.TROUBLE);
    assertThat(look("cuda:1").words()).contains("and PROVIDER=cuda:1: install its driver");
  }

  @Test
  void aDeviceNeedsABuildAndLibraries() throws IOException, InterruptedException {
    Files.createFile(devices.resolve("nvidiactl"));
    assertThat(look("auto").gravity()).isEqualTo(Gravity.WARNING);
    assertThat(look("auto").words())
        .endsWith("and this build is without CUDA: mvn -Pgpu clean package");
    assertThat(look("cuda").gravity()).isEqualTo(Gravity.TROUBLE);
    Files.createFile(libraries.resolve("onnxruntime_gpu-1.28.0.jar"));
    for (String name : CUDA) {
      Files.createFile(cuda.resolve(name));
    }
    Files.createFile(cuda.resolve("libcudnn.so.9"));
    assertThat(look("cuda").gravity()).isEqualTo(Gravity.OK);
    assertThat(look("cuda").words()).contains("the libraries are there");
  }

  /** One that no machine has, whatever is installed where the test runs. */
  @Test
  void aLibraryThatIsNotThereIsNamed() throws IOException, InterruptedException {
    Files.createFile(devices.resolve("nvidiactl"));
    Files.createFile(libraries.resolve("onnxruntime_gpu-1.28.0.jar"));
    GpuExamination examination =
        new GpuExamination("auto", libraries, devices, List.of(cuda), List.of("libnowhere.so.1"));
    assertThat(examination.look().getFirst().gravity()).isEqualTo(Gravity.WARNING);
    assertThat(examination.look().getFirst().words())
        .contains("and libnowhere.so.1 cannot be found: install CUDA 12 and cuDNN 9");
  }

  private Diagnosis look(String provider) throws IOException, InterruptedException {
    return new GpuExamination(provider, libraries, devices, List.of(cuda)).look().getFirst();
  }
}
