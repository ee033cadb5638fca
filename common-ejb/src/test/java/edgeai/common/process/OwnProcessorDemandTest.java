package edgeai.common.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnProcessorDemandTest {
  @Test
  void thisProcessAsksForAProcessorWhileItWorks() {
    OwnProcessorDemand demand = new OwnProcessorDemand();
    Duration before = demand.get();
    await().until(() -> demand.get().compareTo(before) > 0);
  }

  @Test
  void whatThreadsWaitedForIsAddedUp(@TempDir Path folder) throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("1")).resolve("schedstat"), "5 70 9\n");
    Files.writeString(Files.createDirectory(folder.resolve("2")).resolve("schedstat"), "5 8 9\n");
    Files.createDirectory(folder.resolve("3"));
    assertThat(OwnProcessorDemand.waitedNanos(folder)).isEqualTo(78);
    assertThat(OwnProcessorDemand.waitedNanos(folder.resolve("none"))).isZero();
  }
}
