package edgeai.benchmark.viewers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamReaderTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String FIRST = "--frame\r\n" + part("\r\n\r\n--frame\r\n") + part("two");

  private final StreamReader reader = new StreamReader();

  private static String part(String picture) {
    return "Content-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n%s\r\n--frame\r\n"
        .formatted(picture.length(), picture);
  }

  private static String chunk(String content) {
    return "%x\r\n%s\r\n".formatted(content.length(), content);
  }

  private void take(String bytes) {
    reader.take(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1_000})
  void countsPicturesHoweverTheBytesCome(int atOnce) {
    String all = HEAD + chunk(FIRST) + chunk(part("three"));
    for (int from = 0; from < all.length(); from += atOnce) {
      take(all.substring(from, Math.min(all.length(), from + atOnce)));
    }
    assertThat(reader.pictures()).isEqualTo(3);
  }

  @Test
  void aPictureMayBeInSeveralChunks() {
    String part = part("four");
    int middle = part.indexOf("four") + 2;
    take(HEAD + chunk("--frame\r\n") + chunk(part.substring(0, middle)));
    assertThat(reader.pictures()).isZero();
    take(chunk(part.substring(middle)));
    assertThat(reader.pictures()).isEqualTo(1);
  }

  @Test
  void aRefusalIsTold() {
    assertThatThrownBy(() -> take("HTTP/1.1 503 Service Unavailable\r\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("503");
  }
}
