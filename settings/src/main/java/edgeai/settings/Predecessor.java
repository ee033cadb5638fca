package edgeai.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the predecessor of this project was set by: a {@code .env} beside the command, in which
 * other programs may have lines too, and {@code MODEL_NAME}, which named a file for PyTorch.
 */
final class Predecessor {
  static final String MODEL_NAME = "MODEL_NAME";
  static final String FILE = ".env";

  private static final String PYTORCH = ".pt";
  private static final String ONNX = ".onnx";

  private final List<Path> folders;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param folders where models are looked for that are named without one
   */
  Predecessor(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** What became of its settings, a sentence each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** The file, in which the last line of a name counts and what nobody knows is passed over. */
  Optional<SettingsFile> file(Path path) {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    List<String> text = TextFile.lines(path);
    Map<String, SettingLine> lines = new LinkedHashMap<>();
    List<String> passedOver = new ArrayList<>();
    for (int number = 1; number <= text.size(); number++) {
      String written = text.get(number - 1);
      if (SettingLine.isRemark(written)) {
        continue;
      }
      Optional<SettingLine> line =
          SettingLine.read(number, written).map(SettingLine::withoutRemark);
      String name = line.map(SettingLine::name).orElse("");
      if (Catalogue.names().contains(name) || name.equals(MODEL_NAME)) {
        lines.put(name, line.orElseThrow());
      } else {
        passedOver.add(line.isPresent() ? name : "line " + number);
      }
    }
    note(path, lines, passedOver);
    return Optional.of(new SettingsFile(path, lines));
  }

  private void note(Path path, Map<String, SettingLine> lines, List<String> passedOver) {
    TreeSet<String> kept = new TreeSet<>(lines.keySet());
    kept.remove(MODEL_NAME);
    if (!kept.isEmpty()) {
      notes.add(
          "%s: %s count as they would in %s"
              .formatted(path, String.join(", ", kept), SettingsFile.NAME));
    }
    if (!passedOver.isEmpty()) {
      notes.add("%s: %s mean nothing here".formatted(path, shortened(passedOver)));
    }
  }

  private static String shortened(List<String> names) {
    int most = 10;
    String first = String.join(", ", names.subList(0, Math.min(most, names.size())));
    int more = names.size() - most;
    return more > 0 ? "%s and %d more".formatted(first, more) : first;
  }

  /**
   * The model that {@code MODEL_NAME} means.
   *
   * @throws InvalidSettingException where there is no such file
   */
  Given model(Given name) {
    Origin origin = name.origin().via(MODEL_NAME);
    String written = name.value().strip();
    String file = onnx(written);
    Path found =
        folders.stream()
            .map(folder -> folder.resolve(file))
            .filter(Files::isRegularFile)
            .findFirst()
            .map(Path::toAbsolutePath)
            .orElseThrow(
                () ->
                    new InvalidSettingException(
                            MODEL_NAME,
                            written,
                            ("this project reads ONNX, and there is no %s: export the model (yolo"
                                    + " export model=%s format=onnx) and name the file in MODEL, or"
                                    + " take MODEL_NAME away for a bundled model")
                                .formatted(file, written))
                        .at(name.origin()));
    notes.add("MODEL_NAME=%s became MODEL=%s".formatted(written, found));
    return new Given(found.toString(), origin);
  }

  private static String onnx(String name) {
    if (name.endsWith(ONNX)) {
      return name;
    }
    return (name.endsWith(PYTORCH) ? name.substring(0, name.length() - PYTORCH.length()) : name)
        + ONNX;
  }
}
