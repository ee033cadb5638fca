package edgeai.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the tables of a manual's page, between marks such as {@code <!-- settings: jobs -->}. */
final class SettingTables {
  static final Path PAGE = Path.of("..", "docs", "operating.md");

  private static final Pattern MARKED =
      Pattern.compile("(<!-- settings: (\\w+) -->\\n)(.*?)(<!-- end -->)", Pattern.DOTALL);

  private SettingTables() {}

  /** The subjects of the tables that a page has. */
  static List<String> subjects(String page) {
    return MARKED.matcher(page).results().map(found -> found.group(2)).toList();
  }

  /** The page with its tables as the catalogue has them. */
  static String rewritten(String page) {
    return MARKED
        .matcher(page)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(found.group(1) + table(found.group(2)) + found.group(4)));
  }

  private static String table(String subject) {
    Stream<String> rows =
        Catalogue.sections().stream()
            .filter(section -> section.subject().equals(subject))
            .flatMap(section -> section.settings().stream())
            .map(SettingTables::row);
    return Stream.concat(
            Stream.of("\n| name | of | default | allowed | what |", "|---|---|---|---|---|"), rows)
        .collect(Collectors.joining("\n", "", "\n\n"));
  }

  private static String row(Setting<?> setting) {
    String programs =
        setting.programs().equals(Program.servers())
            ? "all servers"
            : setting.programs().stream()
                .sorted()
                .map(Program::word)
                .collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            setting.name(),
            programs,
            escaped(setting.defaultInWords()),
            setting.kind().allowed(),
            escaped(setting.meaning()));
  }

  private static String escaped(String words) {
    return words.replace("<", "&lt;").replace("*", "\\*");
  }
}
