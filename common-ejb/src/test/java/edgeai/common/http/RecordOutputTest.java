package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Confirmation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordOutputTest {
  private static <T> String written(MessageBodyWriter<? super T> writer, T value)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.writeTo(
        value,
        value.getClass(),
        value.getClass(),
        new Annotation[0],
        MediaType.APPLICATION_JSON_TYPE,
        null,
        out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void recordsAndListsAreWrittenAsEverywhere() throws IOException {
    Confirmation confirmation = Confirmation.of("d\u00f6ne");

    assertThat(written(new RecordOutput(), confirmation))
        .isEqualTo(JsonOutput.write(confirmation))
        .isEqualTo("{\"message\":\"d\u00f6ne\",\"success\":true}");
    assertThat(written(new ListOutput(), List.of(confirmation, 7)))
        .isEqualTo(JsonOutput.write(List.of(confirmation, 7)));
  }
}
