package edgeai.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all benchmarks of one run have in common.
 *
 * @param root of the checkout
 * @param quick whether a rough figure soon is wanted more than a good one
 * @param all whether figures that take many minutes are wanted as well
 * @param model the ONNX file to measure with
 * @param provider that jobs are run on: {@code cpu}, {@code cuda} or {@code cuda:n}
 * @param named variables of the environment that say something, such as {@code MODEL}
 * @param samples a folder of real videos and models, empty where there is none
 * @param kept servers that go from one benchmark to the next
 */
public record Run(
    Path root,
    boolean quick,
    boolean all,
    Path model,
    String provider,
    Set<String> named,
    Optional<Path> samples,
    Kept kept) {

  /**
   * With the model that {@code MODEL} names, or else the project's own, with the provider that
   * {@code PROVIDER} names, or else the CPU: {@code auto} names none, and with the samples that lie
   * where {@code EDGE_SAMPLES} says.
   */
  static Run of(Path root, boolean quick, boolean all, Map<String, String> environment) {
    String named = environment.getOrDefault("MODEL", "");
    String provider = environment.getOrDefault("PROVIDER", "");
    return new Run(
        root,
        quick,
        all,
        named.isEmpty() ? root.resolve("model/street.onnx") : Path.of(named),
        provider.isEmpty() || provider.equals("auto") ? "cpu" : provider,
        environment.entrySet().stream()
            .filter(variable -> !variable.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet()),
        Optional.of(environment.getOrDefault("EDGE_SAMPLES", ""))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of),
        new Kept());
  }

  /** The model that is named; where none is, both that come with a build, as far as it has them. */
  public List<Path> models() {
    return named.contains("MODEL")
        ? List.of(model)
        : Stream.concat(Stream.of(model), coco().stream()).toList();
  }

  /** The model that was trained on photographs, where this build has it. */
  public Optional<Path> coco() {
    return Optional.of(root.resolve("coco-model/made/coco.onnx")).filter(Files::isReadable);
  }

  /** The same with another model. */
  public Run withModel(Path other) {
    return new Run(root, quick, all, other, provider, named, samples, kept);
  }

  /** The same on another provider. */
  public Run withProvider(String other) {
    return new Run(root, quick, all, model, other, named, samples, kept);
  }

  /** Whether there is a sample of this name. */
  public boolean hasSample(String name) {
    return samples.isPresent() && Files.isReadable(samples.get().resolve(name));
  }

  /**
   * A sample.
   *
   * @throws IllegalStateException where there is none of this name
   */
  public Path sample(String name) {
    if (!hasSample(name)) {
      throw new IllegalStateException("EDGE_SAMPLES names no folder with " + name);
    }
    return samples.orElseThrow().resolve(name);
  }

  /** The project's clip: 15 s of a drawn street, 1280x720, 15 frames a second. */
  public Path clip() {
    return root.resolve("model/demo/street.mp4");
  }

  /** A folder for whatever a benchmark unpacks or writes. */
  public Path scratch() {
    return root.resolve(".edge/bench");
  }

  /** One of two values: for a quick run, or for a full one. */
  public int choose(int quickly, int fully) {
    return quick ? quickly : fully;
  }

  /** Tells whoever waits what is going on. */
  public void progress(Benchmark benchmark, String what) {
    System.err.printf("%tT  %-12s %s: %s%n", LocalTime.now(), "bench", benchmark.name(), what);
  }
}
