package edgeai.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Machine MACHINE =
      new Machine("Linux 6", "amd64", "A CPU", 2, 4096, "A VM 17", "1.2.3");

  private final Report report = new Report();

  ReportTest() {
    report.begin(named("peers"));
  }

  @Test
  void oneTableThenTheNotes() {
    report.add(new Row("a frame", Figure.of(50), "ms", "other", Figure.of(100)));
    report.add(new Row("a frame", Figure.of(50), "ms", "third", Figure.missing("cannot load")));
    report.note("One thread each.");

    assertThat(report.text())
        .isEqualTo(
            """
            name           value  unit  reference    its value  ratio
            peers a frame   50.0  ms    other              100   0.50
            peers a frame   50.0  ms    third      cannot load

            peers: One thread each.
            """);
    assertThat(report.failed()).isFalse();
  }

  @Test
  void aFailureIsARowAndTheRestStays() {
    report.add(Row.of("first", Figure.of(1), "ms"));
    report.fail(new IOException("the clip, which it needs, is not there\nat all"));

    assertThat(report.text())
        .isEqualTo(
            """
            name         value  unit  reference  its value  ratio
            peers first   1.00  ms
            peers        failed: the clip, which it needs, is not there at all
            """);
    assertThat(report.failed()).isTrue();
  }

  @Test
  void aLongReasonIsCutShort() {
    assertThat(Report.sentence(new IOException("word ".repeat(100)))).hasSize(203).endsWith("...");
  }

  @Test
  void whatSaysNothingIsNamedByItsKind() {
    assertThat(Report.sentence(new IllegalStateException())).isEqualTo("IllegalStateException");
  }

  @Test
  void jsonHasNullForWhatIsMissing() {
    report.add(new Row("a frame", Figure.of(50), "ms", "other", Figure.of(100)));
    report.add(Row.of("a picture", Figure.missing("not run"), "ms"));

    assertThat(report.json(MACHINE))
        .isEqualTo(
            json(
                """
                {"machine": {"os": "Linux 6", "arch": "amd64", "cpu": "A CPU",
                             "hardware_threads": 2, "memory_mb": 4096, "jvm": "A VM 17",
                             "onnxruntime": "1.2.3"},
                 "rows": [{"name": "peers a frame", "value": 50.0, "unit": "ms",
                           "reference": "other", "reference_value": 100.0, "ratio": 0.5},
                          {"name": "peers a picture", "value": null, "unit": "ms",
                           "reference": null, "reference_value": null, "ratio": null}]}
                """));
  }

  @Test
  void aBenchmarkThatFailsLeavesTheOthersTheirTurn() {
    Run run = Run.of(Path.of(""), true, false, Map.of("MODEL", "model.onnx"));

    Bench.run(failing(new NoClassDefFoundError("some/Native")), run, report);

    assertThat(report.failed()).isTrue();
    assertThat(report.text()).contains("broken  ").contains("failed: some/Native");
  }

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static Benchmark failing(Error error) {
    return new Benchmark() {
      @Override
      public String name() {
        return "broken";
      }

      @Override
      public String description() {
        return "fails";
      }

      @Override
      public void run(Run run, Report report) {
        throw error;
      }
    };
  }

  private static Benchmark named(String name) {
    return new Benchmark() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String description() {
        return name;
      }

      @Override
      public void run(Run run, Report report) {}
    };
  }
}
