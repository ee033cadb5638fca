package edgeai.cli.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.cli.client.PoolClient;
import edgeai.cli.client.ShelfClient;
import edgeai.cli.client.Web;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.fixture.PlainServer;
import edgeai.cli.fixture.SpokenLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfDeskTest {
  private static final String COCO = "c0c0".repeat(16);
  private static final String YOLO = "c0de".repeat(16);
  private static final String MODELS =
      """
      [{"name":"coco","sha256":"%s","classes":["person","car"],"input":"300x300",
        "licence":"Apache-2.0","source":"npm","default_confidence":0.3,"in_use":true,
        "ms_by_worker":{"worker-2":31.4,"worker-1":9.96,"worker-3":40,"worker-4":41},
        "bundled":true,"bytes":8900000,"added_at":null,"running_jobs":2},
       {"name":"yolov8n","sha256":"%s","classes":["person"],"input":"640x640",
        "licence":null,"source":"a\\u001b[31mb\\nc","default_confidence":0.4,"in_use":false,
        "ms_by_worker":{},"bundled":false,"bytes":3504119,
        "added_at":"2026-11-29T01:00:00Z","running_jobs":0}]"""
          .formatted(COCO, YOLO);

  private final SpokenLines said = new SpokenLines();
  private PlainServer server;
  private ShelfDesk desk;

  @BeforeEach
  void open() {
    server = new PlainServer().answers("GET /models", 200, MODELS);
    Web web = new Web();
    desk =
        new ShelfDesk(
            said.console(),
            new ShelfClient(web, server.address()),
            new PoolClient(web, server.address()));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theShelfIsATable() throws IOException, InterruptedException {
    desk.list(false);
    assertThat(said.lines())
        .containsExactly(
            "MODEL    IN USE  CLASSES  INPUT    LICENCE     SIZE    MS A FRAME, BY WORKER",
            "coco     yes     2        300x300  Apache-2.0  8.9 MB"
                + "  worker-1 10.0, worker-2 31, worker-3 40 and 1 more",
            "yolov8n  -       1        640x640  none named  3.5 MB  -");
  }

  @Test
  void forProgramsItIsWhatTheCoordinatorSaid() throws IOException, InterruptedException {
    desk.list(true);
    assertThat(Web.read(said.text())).isEqualTo(Web.read(MODELS));
  }

  @Test
  void oneIsShownByItsNameOrTheBeginningOfItsHash() throws IOException, InterruptedException {
    desk.show(YOLO.substring(0, 8).toUpperCase(Locale.ROOT), false);
    assertThat(said.lines())
        .contains("name        yolov8n", "licence     none named", "1 classes:", "person")
        .contains("added       2026-11-29T01:00:00Z")
        .as("what a terminal would obey is not said to it")
        .contains("source      a [31mb c");
  }

  @Test
  void whatIsNotThereIsToldOf() {
    for (String name : List.of("none", "c0", YOLO + "0")) {
      assertThatThrownBy(() -> desk.show(name, false))
          .isInstanceOf(CommandRefusal.class)
          .hasMessage(
              "there is no model %s: ./edge model list shows those there are".formatted(name));
    }
  }

  @Test
  void aFileIsAddedWithItsNameAndItsSum(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("x.onnx"), "weights");
    server.answers("POST /models?name=gate%207&sha256=" + YOLO, 201, oneAdded());
    desk.add(file, Optional.of("gate 7"), Optional.of(YOLO));
    assertThat(server.bodies()).containsExactly("weights");
    assertThat(said.lines())
        .containsExactly(
            "12:00:00  model        gate is on the shelf: 1 classes, input 640x640,"
                + " licence AGPL-3.0, SHA-256 "
                + YOLO,
            "12:00:00  model        ./edge model use gate has the pool go by it");
  }

  @Test
  void whyAFileIsNotTakenIsSaidInTheServersWords(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("x.onnx"));
    server.answers("POST /models", 422, "{\"detail\":\"x.onnx names 80 classes but scores 81.\"}");
    assertThatThrownBy(() -> desk.add(file, Optional.empty(), Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessage("x.onnx names 80 classes but scores 81.");
  }

  @Test
  void aSwitchSaysWhatBecomesOfJobsAndTheWayBack() throws IOException, InterruptedException {
    server.answers("PUT /model", 200, "{}");
    desk.use("yolov8n");
    assertThat(server.bodies()).containsExactly("{\"name\":\"%s\"}".formatted(YOLO));
    assertThat(said.lines())
        .containsExactly(
            "12:00:00  model        yolov8n is in use: new jobs and pictures go by it",
            "12:00:00  model        2 jobs end with coco, as begun",
            "12:00:00  model        ./edge model use coco switches back");
  }

  @Test
  void whatIsInUseIsNotSwitchedTo() throws IOException, InterruptedException {
    desk.use("coco");
    assertThat(server.requests()).containsExactly("GET /models");
    assertThat(said.lines()).containsExactly("12:00:00  model        coco is in use already");
  }

  @Test
  void aModelIsRemovedByItsHash() throws IOException, InterruptedException {
    server.answers("DELETE /models/" + YOLO, 204, "");
    desk.remove("yolov8n");
    assertThat(said.lines()).containsExactly("12:00:00  model        yolov8n is removed");
  }

  @Test
  void modelsAreMeasuredOnTheNewestJobThatWasCompleted() throws IOException, InterruptedException {
    server
        .answers(
            "GET /jobs",
            200,
            """
            [{"job_id":"j3","status":"processing"},{"job_id":"j2","status":"completed"},
             {"job_id":"j1","status":"completed"}]""")
        .answers("POST /models/%s/bench".formatted(COCO), 200, measured("coco", "1", 24.2))
        .answers("POST /models/%s/bench".formatted(YOLO), 200, measured("yolov8n", "0.9137", 141));
    desk.measure(List.of(), Optional.empty(), false);
    assertThat(server.bodies()).containsExactly("{\"job_id\":\"j2\"}", "{\"job_id\":\"j2\"}");
    assertThat(said.lines())
        .containsExactly(
            "model    agreement  worker-1",
            "coco         1.000     24 ms",
            "yolov8n      0.914    141 ms",
            "",
            "ms a frame on each worker; agreement (F1 at IoU 0.5) with what coco found in job j2,"
                + " on 40 frames of it");
  }

  @Test
  void withoutAJobThereIsNoAgreement() throws IOException, InterruptedException {
    server
        .answers("GET /jobs", 200, "[]")
        .answers("POST /models/%s/bench".formatted(YOLO), 200, measured("yolov8n", "null", 141));
    desk.measure(List.of("yolov8n"), Optional.empty(), false);
    assertThat(server.bodies()).containsExactly("{}");
    assertThat(said.lines().getFirst()).isEqualTo("model    worker-1");
    assertThat(said.lines().getLast()).contains("no job was completed yet");
  }

  private static String oneAdded() {
    return """
    {"name":"gate","sha256":"%s","classes":["person"],"input":"640x640","licence":"AGPL-3.0",
     "in_use":false}"""
        .formatted(YOLO);
  }

  private static String measured(String name, String agreement, double ms) {
    return """
    {"name":"%s","compared_with":"coco","job_id":"j2","frames":40,"agreement":%s,
     "ms_by_worker":{"worker-1":%s}}"""
        .formatted(name, agreement, ms);
  }
}
