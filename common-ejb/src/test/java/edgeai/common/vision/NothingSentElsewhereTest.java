package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * ONNX Runtime has builds that report what they are used for; this one must not be such a build.
 */
class NothingSentElsewhereTest {
  private static final String LIBRARY = "/ai/onnxruntime/native/linux-x64/libonnxruntime.so";

  @Test
  void theNativeLibraryKnowsNoAddressToReportTo() throws IOException {
    try (InputStream library = getClass().getResourceAsStream(LIBRARY)) {
      assumeThat(library).as("a build for Linux on x64").isNotNull();
      String content = new String(library.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(content.contains("inference")).as("searched at all").isTrue();
      assertThat(content.contains("events.data.microsoft.com")).isFalse();
    }
  }
}
