package edgeai.cli.doctor;

import edgeai.cli.server.FileHash;
import edgeai.cli.server.Installation;
import edgeai.cli.server.ModelsOfBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether there is a model, and whether those that servers keep by their hashes still have them.
 *
 * @param wished what {@code MODEL} says, a path in full or a name, empty where it says nothing
 * @param installation with the models of this build
 * @param data folders in which servers keep models
 */
public record ModelExamination(Optional<String> wished, Installation installation, List<Path> data)
    implements Examination {
  private static final int SHOWN = 12;
  private static final byte ZIP = 'P';
  private static final int MOST_KEPT = 100;

  @Override
  public String subject() {
    return "model";
  }

  @Override
  public List<Diagnosis> look() throws IOException {
    List<Diagnosis> all = new ArrayList<>();
    Optional<Path> file = wished.filter(word -> word.contains("/")).map(Path::of);
    all.add(file.isPresent() ? ofFile(file.get()) : ofBuild());
    for (Path damaged : damaged()) {
      all.add(
          Diagnosis.warning(
              subject(),
              "%s is not what its name says: delete it (its server fetches or unpacks it again)"
                  .formatted(damaged)));
    }
    return all;
  }

  private Diagnosis ofFile(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Diagnosis.trouble(
          subject(), "there is no MODEL=%s: name an ONNX file that is there".formatted(file));
    }
    if (!Files.isReadable(file)) {
      return Diagnosis.trouble(
          subject(), "this user may not read MODEL=%s: chmod or chown it".formatted(file));
    }
    if (FileHash.firstByte(file) == ZIP) {
      return Diagnosis.trouble(
          subject(),
          "MODEL=%s is an archive, such as PyTorch writes, and no ONNX file: yolo export model=... format=onnx makes one"
              .formatted(file));
    }
    return Diagnosis.ok(
        subject(),
        "%s, %.1f MB, SHA-256 %s..."
            .formatted(file, Files.size(file) / 1e6, shown(FileHash.of(file))));
  }

  private Diagnosis ofBuild() throws IOException {
    Optional<ModelsOfBuild> bundled = ModelsOfBuild.of(installation);
    if (bundled.isEmpty()) {
      return Diagnosis.warning(
          subject(),
          "nothing is built yet, so there is none: ./edge build (./edge up does that, too)");
    }
    Optional<ModelsOfBuild.Bundled> model = bundled.get().find(wished);
    return model
        .map(
            found ->
                Diagnosis.ok(
                    subject(),
                    "%s, which comes with this build, SHA-256 %s..."
                        .formatted(found.name(), shown(found.sha256()))))
        .orElseGet(
            () ->
                Diagnosis.trouble(
                    subject(),
                    "this build has no model %s: set MODEL to an ONNX file%s"
                        .formatted(
                            wished.orElse("at all"),
                            bundled.get().names().isEmpty()
                                ? ""
                                : " or to " + String.join(" or ", bundled.get().names()))));
  }

  private List<Path> damaged() throws IOException {
    List<Path> damaged = new ArrayList<>();
    for (Path folder : data) {
      if (Files.isDirectory(folder.resolve("models"))) {
        try (Stream<Path> files = Files.list(folder.resolve("models"))) {
          for (Path file : files.filter(ModelExamination::isKept).limit(MOST_KEPT).toList()) {
            if (!file.getFileName().toString().startsWith(FileHash.of(file))) {
              damaged.add(file);
            }
          }
        }
      }
    }
    return damaged;
  }

  /** Kept by its hash. */
  private static boolean isKept(Path file) {
    return file.getFileName().toString().matches("[0-9a-f]{64}\\.onnx");
  }

  private static String shown(String sha256) {
    return sha256.substring(0, SHOWN);
  }
}
