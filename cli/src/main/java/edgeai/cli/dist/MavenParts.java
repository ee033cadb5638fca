package edgeai.cli.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edgeai.cli.console.CommandRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the build says is in a module ({@code target/bom.json}, by the CycloneDX plugin). */
final class MavenParts {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private MavenParts() {}

  static List<DeliveredPart> of(Path module) throws IOException {
    Path bill = module.resolve("target/bom.json");
    if (!Files.isRegularFile(bill)) {
      throw new CommandRefusal("there is no %s: ./edge build makes it".formatted(bill));
    }
    List<DeliveredPart> parts = new ArrayList<>();
    for (JsonNode component : MAPPER.readTree(bill.toFile()).path("components")) {
      ObjectNode bare = (ObjectNode) component;
      bare.remove(List.of("scope", "modified"));
      parts.add(new DeliveredPart(bare));
    }
    return parts;
  }
}
