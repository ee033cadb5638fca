package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Lanes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No test on servers runs beside others that use the same ones. */
class LanesTest {
  private static final String OF_CLASS = ".class";

  static List<String> testsOnServers() throws IOException, URISyntaxException {
    Path classes =
        Path.of(LanesTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString().replaceAll("[/\\\\]", "."))
          .filter(name -> name.endsWith("IT" + OF_CLASS))
          .map(name -> name.substring(0, name.length() - OF_CLASS.length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("testsOnServers")
  void eachHasALane(String test) throws ClassNotFoundException {
    assertThat(Lanes.lanes(Class.forName(test))).hasSize(1);
  }
}
