package edgeai.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
  private static final String AT = "2026-01-01 12:00:00.000 ";

  @TempDir private Path folder;
  private final List<String> events = new ArrayList<>();
  private Path file;
  private ServerLog log;

  @BeforeEach
  void open() throws IOException {
    file = Files.createFile(folder.resolve("server.log"));
    log = new ServerLog(new LogTail(file), events::add);
  }

  @Test
  void theServersOwnEventsAreHeardAsTheyCome() throws IOException {
    write(AT + "INFO edgeai.worker.Start model street\n", AT + "INFO fish.payara.Boot Boot\n");
    write(AT + "WARNING edgeai.worker.Start slow\n");
    assertThat(events).containsExactly("model street", "WARNING: slow");
    assertThat(log.read()).as("nothing new").isFalse();
  }

  @Test
  void theSameEventAgainIsNoNews() throws IOException {
    write(AT + "INFO edgeai.a.B waits\n", AT + "INFO edgeai.a.B waits\n");
    assertThat(events).containsExactly("waits");
  }

  @Test
  void aLineIsReadOnceItIsWhole() throws IOException {
    write(AT + "INFO edgeai.a.B ha");
    assertThat(events).isEmpty();
    write("lf é\n");
    assertThat(events).containsExactly("half é");
  }

  @Test
  void aRefusalIsTheReasonAndNothingIsToBeHoped() throws IOException {
    write(AT + "SEVERE x first\n", AT + "SEVERE edgeai.x START REFUSED: MODEL has no classes\n");
    assertThat(log.isLost()).isTrue();
    assertThat(log.reason()).contains("MODEL has no classes");
  }

  @Test
  void theFirstThingThatWentWrongIsTheReasonWithItsCause() throws IOException {
    write(
        AT + "SEVERE javax.enterprise.system.core Exception while loading the app\n",
        "java.lang.IllegalStateException: no table\n",
        "\tat edgeai.x\n",
        AT + "SEVERE x another\n");
    assertThat(log.isLost()).isTrue();
    assertThat(log.reason())
        .contains("Exception while loading the app: java.lang.IllegalStateException: no table");
  }

  @Test
  void otherwiseItsLastWordsAre() throws IOException {
    assertThat(log.reason()).isEqualTo("its log is empty");
    write(AT + "INFO edgeai.a.B opens the model\n", "Killed\n");
    assertThat(log.isLost()).isFalse();
    assertThat(log.reason()).contains("its last words: Killed");
    log.forgive();
    assertThat(log.reason()).isEqualTo("nothing in its log since it was ready");
  }

  @Test
  void whatTheContainerSaysLastIsKnown() throws IOException {
    write(AT + "INFO edgeai.a.B opens the model\n", AT + "WARNING fish.payara.X slow disk\n");
    assertThat(log.reason()).isEqualTo("its last words: slow disk");
    assertThat(events).as("and no event").containsExactly("opens the model");
  }

  @Test
  void aLogOfJsonIsReadAsOneOfWords() throws IOException {
    String at = "{\"time\":\"2026-01-01T12:00:00.000Z\",";
    write(at + "\"level\":\"WARNING\",\"logger\":\"edgeai.a.B\",\"message\":\"slow \\\"é\\\"\"}\n");
    write(at + "\"level\":\"INFO\",\"logger\":\"fish.x\",\"message\":\"boots\"}\n");
    assertThat(events).containsExactly("WARNING: slow \"é\"");
    write(
        at
            + "\"level\":\"SEVERE\",\"logger\":\"javax.enterprise.system.core\","
            + "\"message\":\"Exception while loading the app\","
            + "\"exception\":\"java.lang.IllegalStateException: no table\\n\\tat edgeai.x\"}\n");
    assertThat(log.isLost()).isTrue();
    assertThat(log.reason())
        .contains("Exception while loading the app: java.lang.IllegalStateException: no table");
  }

  private void write(String... lines) throws IOException {
    Files.writeString(file, String.join("", lines), StandardOpenOption.APPEND);
    log.read();
  }
}
