package edgeai.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was set, wherever it stands. The first that says something of a name counts: the
 * environment, the file that {@code --config} names, {@code edge.properties} in {@code DATA_DIR},
 * that beside the command, the predecessor's {@code .env} there.
 */
public final class Configuration implements SettingSource {
  private final List<SettingSource> sources = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final Predecessor predecessor;

  private Configuration(Predecessor predecessor) {
    this.predecessor = predecessor;
  }

  /** What is set without any file. */
  public static Configuration ofEnvironment(SettingSource environment) {
    Configuration all = new Configuration(new Predecessor(List.of()));
    all.sources.add(environment);
    return all;
  }

  /**
   * What a server is set to that is started without the command.
   *
   * @throws InvalidSettingException where a file cannot be used
   */
  public static Configuration ofServer(SettingSource environment) {
    Configuration all = new Configuration(new Predecessor(List.of(Path.of(""))));
    all.sources.add(all.translated(environment));
    all.addFileIn(all.reader().value(ServerCatalogue.DATA_DIR), 1);
    all.check();
    return all;
  }

  /**
   * Folders in which the command looks.
   *
   * @param here where its user is
   * @param home where it is itself
   * @param usualData where data is kept where nothing says where
   */
  public record Places(Path here, Path home, Path usualData) {}

  /**
   * What the command and the servers that it starts are set to.
   *
   * @param environment options of the command first, then its environment
   * @param config a file that was named, which must be there
   * @throws InvalidSettingException where a file cannot be used
   */
  public static Configuration ofCommand(
      SettingSource environment, Optional<Path> config, Places places) {
    Path home = places.home();
    Configuration all =
        new Configuration(new Predecessor(List.of(places.here(), home, home.resolve("model"))));
    all.sources.add(all.translated(environment));
    config.map(SettingsFile::read).ifPresent(all::add);
    int beforeData = all.sources.size();
    SettingsFile.at(home.resolve(SettingsFile.NAME)).ifPresent(all::add);
    all.predecessor.file(home.resolve(Predecessor.FILE)).ifPresent(all::add);
    all.addFileIn(
        all.reader().given(ServerCatalogue.DATA_DIR).orElse(places.usualData()), beforeData);
    all.check();
    return all;
  }

  /** The file in the folder for data, which cannot say where that is. */
  private void addFileIn(Path data, int position) {
    Path path = data.resolve(SettingsFile.NAME);
    if (files.stream().anyMatch(file -> isSame(file, path))) {
      return;
    }
    SettingsFile.at(path)
        .ifPresent(
            file -> {
              SettingLine line = file.lines().get(ServerCatalogue.DATA_DIR.name());
              if (line != null) {
                throw InvalidSettingException.in(
                    file.path(), line.number(), "DATA_DIR cannot be set by a file that lies in it");
              }
              files.add(position - 1, file.path());
              sources.add(position, translated(file::find));
            });
  }

  /** A bad value in a file is told with its line, before anything is started. */
  private void check() {
    SettingReader in = reader();
    Catalogue.all().stream()
        .filter(setting -> in.origin(setting).source() == Origin.Source.FILE)
        .forEach(in::given);
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  private void add(SettingsFile file) {
    files.add(file.path());
    sources.add(translated(file::find));
  }

  /** With the model that the predecessor's name for it means, where the source has no other. */
  private SettingSource translated(SettingSource source) {
    String model = InferenceCatalogue.MODEL.name();
    if (source.find(model).isPresent()) {
      return source;
    }
    Optional<Given> translated = source.find(Predecessor.MODEL_NAME).map(predecessor::model);
    return name -> name.equals(model) ? translated : source.find(name);
  }

  @Override
  public Optional<Given> find(String name) {
    return sources.stream().flatMap(source -> source.find(name).stream()).findFirst();
  }

  public SettingReader reader() {
    return SettingReader.of(this);
  }

  /** The files that were read, the one that wins over the others first. */
  public List<Path> files() {
    return List.copyOf(files);
  }

  /** What became of settings of the predecessor, a sentence each. */
  public List<String> notes() {
    return predecessor.notes();
  }

  /** What is set, by name, in the catalogue's order: what a server needs to have the same. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (Setting<?> setting : Catalogue.all()) {
      find(setting.name()).ifPresent(given -> values.put(setting.name(), given.value()));
    }
    return values;
  }
}
