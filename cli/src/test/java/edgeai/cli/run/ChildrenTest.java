package edgeai.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class ChildrenTest {
  private final Children children = new Children();

  @Test
  void howOneEndedIsTold() throws IOException, InterruptedException {
    assertThat(children.end(started("exit 78"))).contains("exit status 78");
    assertThat(children.end(started("kill -9 $$"))).contains("exit status 137, signal 9");
  }

  @Test
  void ofAnothersChildNothingIsKnown() throws InterruptedException {
    assertThat(children.end(ProcessHandle.current().pid())).isEmpty();
  }

  private long started(String script) throws IOException {
    Process process = new ProcessBuilder("sh", "-c", script).start();
    children.add(process);
    return process.pid();
  }
}
