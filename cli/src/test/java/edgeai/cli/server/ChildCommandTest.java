package edgeai.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class ChildCommandTest {

  @Test
  void isTheCommandItselfAndHearsNoInterrupt() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ChildCommand.uninterrupted(
                    List.of("sh", "-c", "kill -INT $$; printf '%s|%s' \"$$\" \"$1\"", "x", "a  b")))
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(said).isEqualTo(process.pid() + "|a  b");
  }
}
