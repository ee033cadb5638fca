package edgeai.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SettingTablesTest {
  private static final boolean REWRITE = Boolean.getBoolean("docs.rewrite");

  @Test
  void theManualSaysWhatTheCatalogueSays() throws IOException {
    String page = Files.readString(SettingTables.PAGE);
    if (REWRITE) {
      page = SettingTables.rewritten(page);
      Files.writeString(SettingTables.PAGE, page);
    }

    assertThat(page)
        .as("rewrite it: mvn test -pl settings -Dtest=SettingTablesTest -Ddocs.rewrite=true")
        .isEqualTo(SettingTables.rewritten(page));
  }

  @Test
  void theManualHasATableOfEachSubject() throws IOException {
    assertThat(SettingTables.subjects(Files.readString(SettingTables.PAGE)))
        .containsExactlyElementsOf(
            Catalogue.sections().stream().map(Catalogue.Section::subject).toList());
  }

  @Test
  void aTableThatDiffersIsRewritten() {
    String page = "before\n<!-- settings: admin -->\nwhat stood here\n<!-- end -->\nbehind";

    assertThat(SettingTables.rewritten(page))
        .startsWith("before\n<!-- settings: admin -->\n\n| name |")
        .contains(
            "| `CAMERA_HEARTBEAT_TIMEOUT` | admin | 30 | a number from 0.5 to 86400.0 | seconds of")
        .doesNotContain("what stood here")
        .endsWith("\n\n<!-- end -->\nbehind");
  }
}
