package edgeai.cli.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The models that a build has within its WARs.
 *
 * @param all the one that servers take where none is asked for is the first
 */
public record ModelsOfBuild(List<Bundled> all) {
  private static final String ENDING = ".onnx";
  private static final String USUAL = "coco";

  /** One of them. */
  public record Bundled(String name, String sha256) {}

  /** Those of the first WAR that is there; empty where none is. */
  public static Optional<ModelsOfBuild> of(Installation installation) throws IOException {
    for (String module : List.of("coordinator-war", "worker-war")) {
      Path war = installation.war(module);
      if (Files.isReadable(war)) {
        return Optional.of(new ModelsOfBuild(within(war)));
      }
    }
    return Optional.empty();
  }

  /** The one of a name, or the usual one. */
  public Optional<Bundled> find(Optional<String> name) {
    return all.stream()
        .filter(model -> name.isEmpty() || model.name().equals(name.get()))
        .findFirst();
  }

  public List<String> names() {
    return all.stream().map(Bundled::name).toList();
  }

  private static List<Bundled> within(Path war) throws IOException {
    List<Bundled> models = new ArrayList<>();
    try (ZipFile file = new ZipFile(war.toFile())) {
      for (ZipEntry entry : file.stream().filter(ModelsOfBuild::isOurs).toList()) {
        try (InputStream in = file.getInputStream(entry)) {
          models.addAll(within(in));
        }
      }
    }
    models.sort((one, other) -> Boolean.compare(other.name.equals(USUAL), one.name.equals(USUAL)));
    return List.copyOf(models);
  }

  private static boolean isOurs(ZipEntry entry) {
    return entry.getName().matches("WEB-INF/lib/(common-ejb|coco-model)-.*\\.jar");
  }

  private static List<Bundled> within(InputStream jar) throws IOException {
    List<Bundled> models = new ArrayList<>();
    ZipInputStream entries = new ZipInputStream(jar);
    for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
      String file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
      if (file.endsWith(ENDING)) {
        String name = file.substring(0, file.length() - ENDING.length());
        models.add(new Bundled(name, FileHash.of(entries)));
      }
    }
    return models;
  }
}
