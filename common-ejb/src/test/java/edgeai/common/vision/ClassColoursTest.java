package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The boxes in the stream have the colours that the dashboards have for the same classes. */
final class ClassColoursTest {

  private static final Path DASHBOARDS = Path.of("../angular-apps/projects/shared/src/format");
  private static final Pattern NAMED = Pattern.compile("(?m)^  (.+) ([0-9a-f]{6})$");
  private static final Pattern BY_HASH = Pattern.compile("(?m)^  \\['(.*)', '#([0-9a-f]{6})'],$");

  @Test
  void namedClassesAreThoseOfTheDashboards() throws IOException {
    Map<String, Integer> theirs = colours("named-colours.ts", NAMED);

    assertThat(theirs).hasSize(81).isEqualTo(new TreeMap<>(NamedColours.BY_NAME));
    theirs.forEach((name, colour) -> assertThat(ClassColours.rgb(name)).isEqualTo(colour));
  }

  @Test
  void noTwoOfThemShareOne() {
    assertThat(new HashSet<>(NamedColours.BY_NAME.values())).hasSize(NamedColours.BY_NAME.size());
  }

  @Test
  void allOthersComeToWhatTheDashboardsComeTo() throws IOException {
    Map<String, Integer> theirs = colours("class-colour.spec.ts", BY_HASH);

    assertThat(theirs).hasSizeGreaterThan(15).containsKey("李");
    theirs.forEach((label, colour) -> assertThat(ClassColours.rgb(label)).isEqualTo(colour));
  }

  private static Map<String, Integer> colours(String file, Pattern line) throws IOException {
    return line.matcher(Files.readString(DASHBOARDS.resolve(file)))
        .results()
        .collect(
            Collectors.toMap(
                found -> found.group(1), ClassColoursTest::colour, (a, b) -> b, TreeMap::new));
  }

  private static int colour(MatchResult found) {
    return Integer.parseInt(found.group(2), 16);
  }
}
