package edgeai.cli.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {
  private static final Path HERE = Path.of("/where/the user is");

  @ParameterizedTest
  @CsvSource({
    "own.onnx, /where/the user is/own.onnx",
    "/abs.onnx, /abs.onnx",
    "~/m.onnx, /home/me/m.onnx",
  })
  void pathsAreMeantFromWhereTheUserIs(String typed, String meant) {
    Environment environment = of(Map.of("HOME", "/home/me", "MODEL", typed, "DATA_DIR", typed));
    assertThat(environment.get("MODEL")).contains(meant);
    assertThat(environment.get("DATA_DIR")).contains(meant);
  }

  @Test
  void theNameOfABundledModelIsNoPath() {
    assertThat(of(Map.of("MODEL", "coco")).get("MODEL")).contains("coco");
    assertThat(of(Map.of("MODEL", "./coco")).get("MODEL")).contains(HERE + "/./coco");
  }

  @Test
  void anAddressOfTheSixthVersionMayBeInBrackets() {
    assertThat(of(Map.of("HOST", "[::1]")).get("HOST")).contains("::1");
  }

  @Test
  void whatIsEmptyCountsAsNothing() {
    assertThat(of(Map.of("PORT", "")).get("PORT")).isEmpty();
    assertThat(of(Map.of("PORT", "")).orElse("PORT", "8000").get("PORT")).contains("8000");
    assertThat(of(Map.of("PORT", "1")).orElse("PORT", "8000").get("PORT")).contains("1");
  }

  @Test
  void optionsForOtherJvmsReachThem() {
    assertThat(of(Map.of("EDGE_JAVA_TOOL_OPTIONS", "-Xmx1g")).variables())
        .containsOnly(Map.entry("JAVA_TOOL_OPTIONS", "-Xmx1g"));
  }

  @Test
  void aCheckoutIsKnownByItsFolder() {
    assertThat(new Checkout(Path.of("/a b")).sign())
        .matches("\\d+-4")
        .isNotEqualTo(new Checkout(Path.of("/a c")).sign());
  }

  private static Environment of(Map<String, String> variables) {
    return Environment.of(variables, HERE);
  }
}
