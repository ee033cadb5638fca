package edgeai.cli.config;

import java.util.List;
import java.util.stream.Stream;

/** Settings for people: name and value with where it comes from, below them what it means. */
final class ConfigText {
  private static final String FORM = "%-26s  %-24s  %s";

  private ConfigText() {}

  static Stream<String> lines(List<EffectiveSetting> settings) {
    return settings.stream().flatMap(ConfigText::lines);
  }

  private static Stream<String> lines(EffectiveSetting setting) {
    String value = setting.value().orElseGet(() -> nothing(setting));
    String first =
        FORM.formatted(setting.name(), value, "from " + setting.origin().words()).stripTrailing();
    String second =
        "    %s (%s); %s"
            .formatted(setting.meaning(), setting.allowed(), String.join(", ", setting.programs()));
    Stream<String> complaint =
        setting.complaint().stream().map(reason -> "    NOT VALID: " + reason);
    return Stream.of(Stream.of(first), Stream.of(second), complaint).flatMap(lines -> lines);
  }

  private static String nothing(EffectiveSetting setting) {
    return setting.standard().isEmpty() ? "(none)" : "(%s)".formatted(setting.standard());
  }
}
