package edgeai.cli.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import edgeai.cli.console.CommandRefusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What no package says of itself ({@code parts.json}): what is built into libraries, which licence
 * is taken where there is a choice, and which licences may be delivered.
 */
final class KnownParts {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JsonNode said;

  private KnownParts(JsonNode said) {
    this.said = said;
  }

  /**
   * @param root of the checkout
   */
  static KnownParts read(Path root) throws IOException {
    return new KnownParts(MAPPER.readTree(root.resolve("cli/src/main/parts/parts.json").toFile()));
  }

  /**
   * Looks at what each part, and what is known to be built into it, is taken under.
   *
   * @throws CommandRefusal where that is not known, or may not be delivered
   */
  void requireAllowed(List<DeliveredPart> parts) {
    Set<String> allowed = new HashSet<>();
    said.path("allowed").forEach(one -> allowed.add(one.asText()));
    for (DeliveredPart part : parts) {
      String licence = part.licence().orElse("no licence, or a choice of some");
      if (!allowed.contains(licence)) {
        throw new CommandRefusal(
            "%s %s has %s: cli/src/main/parts/parts.json says which may be delivered, and which is chosen"
                .formatted(part.name(), part.version(), licence));
      }
      requireAllowed(part.inner());
    }
  }

  /**
   * Completes parts: by the licence that is chosen, and by what is built into them.
   *
   * @throws CommandRefusal where a version is another than is known
   */
  void complete(List<DeliveredPart> parts) {
    for (DeliveredPart part : parts) {
      JsonNode chosen = said.path("chosen").path(part.group());
      if (chosen.isTextual()) {
        part.under(chosen.asText());
      }
      for (JsonNode further : said.path("further")) {
        if (further.path("in").asText().equals(part.name()) && isOfNatives(part)) {
          part.with(built(further, part));
        }
      }
    }
  }

  /** JavaCPP's jars come in pairs, of which the one with a platform has the library. */
  private static boolean isOfNatives(DeliveredPart part) {
    return !part.group().equals("org.bytedeco") || part.purl().contains("classifier=");
  }

  private static DeliveredPart built(JsonNode further, DeliveredPart within) {
    String name = further.path("name").asText();
    DeliveredPart part =
        DeliveredPart.of(name)
            .under(further.path("licence").asText())
            .from(further.path("url").asText());
    part.component().put("bom-ref", within.purl() + "#" + name.replaceAll("[^A-Za-z0-9.-]", "-"));
    String version = further.path("version").asText();
    if (!version.isEmpty()) {
      if (!within.version().startsWith(version)) {
        throw new CommandRefusal(
            "parts.json knows %s %s, and here is %s %s"
                .formatted(name, version, within.name(), within.version()));
      }
      part.version(version);
    }
    if (further.path("note").isTextual()) {
      part.noting(further.path("note").asText());
    }
    return part;
  }
}
