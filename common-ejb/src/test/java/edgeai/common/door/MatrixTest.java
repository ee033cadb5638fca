package edgeai.common.door;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.settings.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixTest {
  private static final Path PAGE = Path.of("../docs/security.md");
  private static final boolean REWRITE = Boolean.getBoolean("docs.rewrite");

  @ParameterizedTest
  @EnumSource(
      value = Program.class,
      names = {"COORDINATOR", "ADMIN", "WORKER"})
  void theManualSaysWhoMayDoWhat(Program server) throws IOException {
    String mark = "<!-- calls: %s -->\n\n".formatted(server.word());
    String page = Files.readString(PAGE);
    int begin = page.indexOf(mark) + mark.length();
    int end = page.indexOf("\n<!-- end -->", begin);
    String rewritten = page.substring(0, begin) + Matrix.of(server) + page.substring(end);
    if (REWRITE) {
      Files.writeString(PAGE, rewritten);
      page = rewritten;
    }

    assertThat(page)
        .contains(mark)
        .as("rewrite it: mvn test -pl common-ejb -am -Dtest=MatrixTest -Ddocs.rewrite=true")
        .isEqualTo(rewritten);
  }
}
