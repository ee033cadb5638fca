package edgeai.cli.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The packages that pages are made of: those that {@code package.json} names as dependencies, and
 * what they need, as the lock file has them. What only builds or tests is none of them.
 */
final class NpmParts {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String FOLDER = "node_modules/";

  private final JsonNode packages;
  private final Set<String> found = new LinkedHashSet<>();

  private NpmParts(JsonNode packages) {
    this.packages = packages;
  }

  /**
   * @param lock {@code package-lock.json}
   */
  static List<DeliveredPart> of(Path lock) throws IOException {
    NpmParts parts = new NpmParts(MAPPER.readTree(lock.toFile()).path("packages"));
    parts.follow();
    List<DeliveredPart> all = new ArrayList<>();
    for (String path : parts.found) {
      all.add(
          part(
              path.substring(path.lastIndexOf(FOLDER) + FOLDER.length()),
              parts.packages.path(path)));
    }
    return all;
  }

  private void follow() {
    Deque<String> open = new ArrayDeque<>(List.of(""));
    while (!open.isEmpty()) {
      String from = open.remove();
      packages
          .path(from)
          .path("dependencies")
          .fieldNames()
          .forEachRemaining(
              name -> {
                String path = nearest(from, name);
                if (found.add(path)) {
                  open.add(path);
                }
              });
    }
  }

  /** As Node.js looks for it: in the package's own folder, then in those above it. */
  private String nearest(String from, String name) {
    String folder = from;
    while (true) {
      String path = (folder.isEmpty() ? "" : folder + "/") + FOLDER + name;
      if (packages.has(path)) {
        return path;
      }
      if (folder.isEmpty()) {
        throw new IllegalStateException("package-lock.json has no " + name);
      }
      int above = folder.lastIndexOf("/" + FOLDER);
      folder = above < 0 ? "" : folder.substring(0, above);
    }
  }

  private static DeliveredPart part(String name, JsonNode locked) {
    String version = locked.path("version").asText();
    DeliveredPart part =
        DeliveredPart.of(name)
            .version(version)
            .purl("pkg:npm/%s@%s".formatted(name.replace("@", "%40"), version))
            .from("https://www.npmjs.com/package/" + name);
    String licence = locked.path("license").asText();
    if (!licence.isEmpty()) {
      part.under(licence);
    }
    String integrity = locked.path("integrity").asText();
    if (integrity.startsWith("sha512-")) {
      byte[] hash = Base64.getDecoder().decode(integrity.substring("sha512-".length()));
      part.component()
          .putArray("hashes")
          .addObject()
          .put("alg", "SHA-512")
          .put("content", HexFormat.of().formatHex(hash));
    }
    return part;
  }
}
