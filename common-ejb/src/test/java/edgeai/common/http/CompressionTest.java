package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
  @ParameterizedTest
  @CsvSource({
    "gzip, true",
    "'gzip, deflate, br, zstd', true",
    "'br;q=1.0, gzip;q=0.8', true",
    "GZIP, true",
    "*, true",
    "'*;q=0, gzip', true",
    "gzip;q=0, false",
    "'gzip; q=0.000, *', false",
    "identity, false",
    "br, false",
    "'', false"
  })
  void whoTakesGzipSaysSo(String accepted, boolean takes) {
    assertThat(Compression.takesGzip(List.of(accepted))).isEqualTo(takes);
    assertThat(Compression.takesGzip(null)).isFalse();
  }

  @Test
  void whatHasNoTypeIsNoText() {
    assertThat(Compression.isText(null)).isFalse();
    assertThat(Compression.isText(new MediaType("application", "problem+json"))).isTrue();
    assertThat(Compression.isText(new MediaType("image", "jpeg"))).isFalse();
  }

  private static byte[] written(byte[] body, int piece, AtomicInteger compressed)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (LargeOutput large = new LargeOutput(out, compressed::incrementAndGet)) {
      for (int from = 0; from < body.length; from += piece) {
        large.write(body, from, Math.min(piece, body.length - from));
        large.flush();
      }
      large.finish();
    }
    return out.toByteArray();
  }

  private static byte[] body(int length) {
    byte[] body =
        "{\"frame_id\":17,\"label\":\"car\"},\n"
            .repeat(length / 30 + 1)
            .getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(body, length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4_095, 4_096})
  void aLittleIsWrittenAsItIs(int length) throws IOException {
    AtomicInteger compressed = new AtomicInteger();
    assertThat(written(body(length), 1_000, compressed)).isEqualTo(body(length));
    assertThat(compressed).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 999, 1_000_000})
  void whatIsMoreIsCompressedFromItsBeginning(int piece) throws IOException {
    AtomicInteger compressed = new AtomicInteger();
    byte[] sent = written(body(100_000), piece, compressed);

    assertThat(compressed).hasValue(1);
    assertThat(sent.length).isLessThan(10_000);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes())
        .isEqualTo(body(100_000));
  }

  @Test
  void whatBrokeOffDoesNotLookWhole() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (LargeOutput large = new LargeOutput(out, () -> {})) {
      large.write(body(100_000));
    }
    byte[] sent = out.toByteArray();

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes())
        .isInstanceOf(IOException.class);
  }
}
