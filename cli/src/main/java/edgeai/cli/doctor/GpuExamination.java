package edgeai.cli.doctor;

import edgeai.cli.machine.ProgramOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether inference can run on a GPU, as far as it can be told without loading anything: the
 * device, the build, the libraries that its provider is linked with.
 *
 * @param provider what {@code PROVIDER} says
 * @param libraries of the build
 * @param devices where the system has its devices, {@code /dev}
 * @param search folders in which libraries are looked for, beside those that the system knows
 * @param needed the libraries that the provider is linked with
 */
public record GpuExamination(
    String provider, Path libraries, Path devices, List<Path> search, List<String> needed)
    implements Examination {
  /** What ONNX Runtime's provider for CUDA 12 needs. */
  private static final List<String> OF_CUDA_12 =
      List.of(
          "libcudart.so.12",
          "libcublas.so.12",
          "libcublasLt.so.12",
          "libcurand.so.10",
          "libcufft.so.11",
          "libcudnn.so.9");

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String GPU_BUILD = "onnxruntime_gpu";

  public GpuExamination(String provider, Path libraries, Path devices, List<Path> search) {
    this(provider, libraries, devices, search, OF_CUDA_12);
  }

  @Override
  public String subject() {
    return "gpu";
  }

  @Override
  public List<Diagnosis> look() throws IOException, InterruptedException {
    return List.of(found());
  }

  private Diagnosis found() throws IOException, InterruptedException {
    if (provider.equals("cpu")) {
      return Diagnosis.ok(subject(), "none is wanted: PROVIDER=cpu");
    }
    Optional<String> device = device();
    if (device.isEmpty()) {
      return wanted(
          "no NVIDIA device is seen here",
          "install its driver (nvidia-smi shows the device then), or leave PROVIDER alone",
          Diagnosis.ok(subject(), "no NVIDIA device is seen here: inference runs on the CPU"));
    }
    if (!isGpuBuild()) {
      String words = device.get() + ", and this build is without CUDA";
      return wanted(
          words,
          "mvn -Pgpu clean package",
          Diagnosis.warning(subject(), words + ": mvn -Pgpu clean package"));
    }
    List<String> missing = missing();
    if (!missing.isEmpty()) {
      String words =
          "%s, and %s cannot be found".formatted(device.get(), String.join(", ", missing));
      String way = "install CUDA 12 and cuDNN 9, or name their folder in LD_LIBRARY_PATH";
      return wanted(words, way, Diagnosis.warning(subject(), words + ": " + way));
    }
    return Diagnosis.ok(
        subject(),
        device.get()
            + ", and the libraries are there; whether the model runs on it, /health says (provider)");
  }

  /** What is trouble only where a GPU was asked for. */
  private Diagnosis wanted(String words, String way, Diagnosis otherwise) {
    return provider.startsWith("cuda")
        ? Diagnosis.trouble(subject(), "%s, and PROVIDER=%s: %s".formatted(words, provider, way))
        : otherwise;
  }

  private Optional<String> device() throws InterruptedException {
    if (!Files.exists(devices.resolve("nvidiactl")) && !Files.exists(devices.resolve("dxg"))) {
      return Optional.empty();
    }
    return Optional.of(
        ProgramOutput.of(
                LIMIT, "nvidia-smi", "--query-gpu=name,driver_version", "--format=csv,noheader")
            .flatMap(output -> output.lines().findFirst())
            .map(line -> line.replace(", ", ", driver "))
            .orElse("an NVIDIA device"));
  }

  private boolean isGpuBuild() throws IOException {
    if (!Files.isDirectory(libraries)) {
      return false;
    }
    try (Stream<Path> jars = Files.list(libraries)) {
      return jars.anyMatch(jar -> jar.getFileName().toString().startsWith(GPU_BUILD));
    }
  }

  private List<String> missing() throws InterruptedException {
    String known = ProgramOutput.of(LIMIT, "ldconfig", "-p").orElse("");
    return needed.stream()
        .filter(name -> !known.contains(name + " "))
        .filter(name -> search.stream().noneMatch(folder -> Files.exists(folder.resolve(name))))
        .toList();
  }
}
