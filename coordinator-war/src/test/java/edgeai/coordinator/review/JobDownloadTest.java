package edgeai.coordinator.review;

import static edgeai.coordinator.result.TestResults.completed;
import static edgeai.coordinator.result.TestResults.failed;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.FrameResult;
import edgeai.coordinator.result.FrameRepository;
import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JobDownloadTest {
  private static final String HEADER =
      "frame_id,frame_index,media_time_ms,status,worker_id,processing_time_ms,label,confidence,"
          + "x1,y1,x2,y2,error,reused_from,change\r\n";

  private static JobDownload of(List<FrameResult> frames) {
    return new JobDownload(
        new FrameRepository(null) {
          @Override
          public List<FrameResult> ofJob(String jobId, String status, long after, int limit) {
            return frames.stream().filter(f -> f.frameId() > after).limit(limit).toList();
          }
        },
        "job");
  }

  private static String csv(FrameResult... frames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    of(List.of(frames)).writeCsv(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void eachDetectionIsALine() throws IOException {
    assertThat(csv(completed(7, "w", "car", "bus")))
        .isEqualTo(
            HEADER
                + "7,6,280,completed,w,12.5,car,0.9,1,2,3,4,,,\r\n"
                + "7,6,280,completed,w,12.5,bus,0.9,1,2,3,4,,,\r\n");
  }

  @Test
  void aFrameWithoutDetectionsIsALineToo() throws IOException {
    assertThat(csv(completed(7, "w"), failed(8, "w", "3 workers failed on it; \"a\", b")))
        .isEqualTo(
            HEADER
                + "7,6,280,completed,w,12.5,,,,,,,,,\r\n"
                + "8,7,320,failed,w,12.5,,,,,,,\"3 workers failed on it; \"\"a\"\", b\",,\r\n");
  }

  @Test
  void everyLineHasAsManyColumnsAsTheHeader() throws IOException {
    String[] lines =
        csv(completed(7, "w", "car"), completed(8, "w"), failed(9, "w", "e")).split("\r\n");

    assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(15));
  }

  @Test
  void aFrameThatWasNotInferredNamesTheOneThatWas() throws IOException {
    assertThat(csv(completed(7, "w", "car").reusing(5L, 0.028), completed(8, "w").reusing(5L, 0.0)))
        .isEqualTo(
            HEADER
                + "7,6,280,completed,w,12.5,car,0.9,1,2,3,4,,5,0.028\r\n"
                + "8,7,320,completed,w,12.5,,,,,,,,5,0.0\r\n");
  }

  @Test
  void digitsAreThoseOfMachinesWhateverTheServersLanguage() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try {
      assertThat(csv(completed(7, "w", "car")))
          .contains("7,6,280,completed,w,12.5,car,0.9,1,2,3,4");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void allPagesAreWrittenAsOneJsonList() throws IOException {
    List<FrameResult> frames =
        LongStream.rangeClosed(1, 1_203).mapToObj(id -> completed(id, "w", "car")).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    of(frames).writeJson(out);

    try (var reader = Json.createReader(new ByteArrayInputStream(out.toByteArray()))) {
      var list = reader.readArray();
      assertThat(list).hasSize(1_203);
      assertThat(list.getJsonObject(1_202).getInt("frame_id")).isEqualTo(1_203);
    }
  }

  @Test
  void aJobWithoutFramesIsAnEmptyList() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    of(List.of()).writeJson(out);

    assertThat(out.toString(StandardCharsets.UTF_8).strip().replace("\n", "")).isEqualTo("[]");
  }
}
