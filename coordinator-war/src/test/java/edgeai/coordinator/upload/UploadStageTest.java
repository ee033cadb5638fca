package edgeai.coordinator.upload;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.process.ServerEnding;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it refuses by itself; the rest is seen in the system tests. */
class UploadStageTest {
  @Test
  void aCoordinatorThatEndsTakesNoUpload() {
    UploadStage stage = new UploadStage();
    stage.onEnding(new ServerEnding());

    assertThat(
            Problems.of(
                () ->
                    stage.receive(
                        InputStream.nullInputStream(),
                        "multipart/form-data",
                        TestUploads.options(List.of(), false))))
        .isEqualTo(new Problems.Refused(503, "This coordinator is ending; send the upload again."));
  }
}
