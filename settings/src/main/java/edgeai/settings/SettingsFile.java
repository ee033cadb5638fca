package edgeai.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of settings: {@code NAME=value}, one a line, in UTF-8, each name once.
 *
 * @param path absolute
 * @param lines by name, in their order
 */
record SettingsFile(Path path, Map<String, SettingLine> lines) {
  /** What it is called where it is looked for. */
  static final String NAME = "edge.properties";

  /**
   * Reads a file, empty where there is none.
   *
   * @throws InvalidSettingException where it cannot be read, with the line that is to blame
   */
  static Optional<SettingsFile> at(Path path) {
    return Files.exists(path) ? Optional.of(read(path)) : Optional.empty();
  }

  /**
   * Reads a file that must be there.
   *
   * @throws InvalidSettingException where it cannot be read, with the line that is to blame; the
   *     line may hold a password and is not shown
   */
  static SettingsFile read(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    List<String> text = TextFile.lines(absolute);
    Map<String, SettingLine> lines = new LinkedHashMap<>();
    for (int number = 1; number <= text.size(); number++) {
      String line = text.get(number - 1);
      if (!SettingLine.isRemark(line)) {
        add(absolute, lines, number, line);
      }
    }
    return new SettingsFile(absolute, Collections.unmodifiableMap(lines));
  }

  private static void add(Path file, Map<String, SettingLine> lines, int number, String written) {
    SettingLine line =
        SettingLine.read(number, written)
            .orElseThrow(
                () ->
                    InvalidSettingException.in(
                        file, number, "is not NAME=value, nor a remark behind a #"));
    if (!Catalogue.names().contains(line.name()) && !line.name().equals(Predecessor.MODEL_NAME)) {
      throw InvalidSettingException.in(
          file,
          number,
          "there is no setting %s (the nearest are %s)"
              .formatted(
                  line.name(),
                  String.join(", ", new NearestNames(Catalogue.names()).to(line.name()))));
    }
    SettingLine before = lines.putIfAbsent(line.name(), line);
    if (before != null) {
      throw InvalidSettingException.in(
          file, number, "%s stands in line %d already".formatted(before.name(), before.number()));
    }
  }

  /** What it says of a name, a path as it is meant: from the folder of this file. */
  Optional<Given> find(String name) {
    return Optional.ofNullable(lines.get(name))
        .filter(line -> !line.value().isBlank())
        .map(line -> new Given(located(line), Origin.line(path, line.number())));
  }

  private String located(SettingLine line) {
    return Catalogue.named(line.name()).stream()
        .findFirst()
        .map(setting -> setting.kind().located(path.getParent(), line.value()))
        .orElse(line.value());
  }
}
