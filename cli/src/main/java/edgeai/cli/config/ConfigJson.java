package edgeai.cli.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edgeai.settings.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Settings for programs. */
final class ConfigJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ConfigJson() {}

  static JsonNode of(List<EffectiveSetting> settings) {
    ArrayNode all = JSON.createArrayNode();
    settings.forEach(setting -> all.add(of(setting)));
    return all;
  }

  private static ObjectNode of(EffectiveSetting setting) {
    ObjectNode json = JSON.createObjectNode();
    json.put("name", setting.name());
    json.set("programs", JSON.valueToTree(setting.programs()));
    json.put("value", setting.value().orElse(null));
    Origin origin = setting.origin();
    json.put("source", origin.source().name().toLowerCase(Locale.ROOT));
    json.put("file", origin.file().map(Path::toString).orElse(null));
    json.put("line", origin.line() == 0 ? null : origin.line());
    json.put("via", origin.via().orElse(null));
    json.put("default", setting.standard());
    json.put("allowed", setting.allowed());
    json.put("meaning", setting.meaning());
    json.put("complaint", setting.complaint().orElse(null));
    return json;
  }
}
