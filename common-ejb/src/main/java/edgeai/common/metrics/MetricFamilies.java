package edgeai.common.metrics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends the text that Payara Micro gives for its MicroProfile metrics, where every sample stands
 * twice and the samples of one metric are not together, which Prometheus' text format (version
 * 0.0.4) does not allow, and names are not those that its linter lets pass.
 */
final class MetricFamilies {
  private static final Pattern COMMENT = Pattern.compile("# (?:HELP|TYPE) (\\S+).*");

  /** As long as the beginning of the other comment. */
  private static final String TYPE = "# TYPE ";

  private static final Pattern SAMPLE = Pattern.compile("([^{\\s]+)(\\{.*})?\\s+\\S.*");

  private final Map<String, Set<String>> comments = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> samples = new LinkedHashMap<>();

  private MetricFamilies() {}

  /**
   * The same metrics by their conventional names, each family together, each sample once, the first
   * one standing.
   */
  static String tidy(String text) {
    MetricFamilies families = new MetricFamilies();
    text.lines().forEach(families::add);
    return families.write();
  }

  private void add(String line) {
    Matcher comment = COMMENT.matcher(line);
    Matcher sample = SAMPLE.matcher(line);
    if (comment.matches()) {
      comments.computeIfAbsent(comment.group(1), name -> new LinkedHashSet<>()).add(line);
    } else if (!line.startsWith("#") && sample.matches()) {
      String key = sample.group(1) + (sample.group(2) == null ? "" : sample.group(2));
      samples
          .computeIfAbsent(family(sample.group(1)), name -> new LinkedHashMap<>())
          .putIfAbsent(key, line);
    }
  }

  /** A summary's {@code _count} and {@code _sum} belong to the metric without that ending. */
  private String family(String name) {
    if (comments.containsKey(name)) {
      return name;
    }
    String base = name.replaceFirst("_(count|sum|bucket)$", "");
    return comments.containsKey(base) ? base : name;
  }

  private String write() {
    StringBuilder text = new StringBuilder();
    samples.forEach(
        (family, lines) -> {
          Collection<String> told = oneOfEach(comments.getOrDefault(family, Set.of()));
          String name = ConventionalName.of(family, told.contains(TYPE + family + " gauge"));
          told.forEach(comment -> append(text, comment, TYPE.length(), family, name));
          lines.values().forEach(line -> append(text, line, 0, family, name));
        });
    return text.toString();
  }

  private static Collection<String> oneOfEach(Set<String> comments) {
    Map<String, String> byKind = new LinkedHashMap<>();
    comments.forEach(comment -> byKind.putIfAbsent(comment.substring(0, 6), comment));
    return byKind.values();
  }

  private static void append(StringBuilder text, String line, int at, String family, String name) {
    text.append(line, 0, at).append(name).append(line, at + family.length(), line.length());
    text.append('\n');
  }
}
