package edgeai.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.fixture.SpokenLines;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  @Test
  void anEventIsOneLineWithTimeAndName() {
    SpokenLines said = new SpokenLines();
    said.console().event("worker-1", "ready in 3.0 s é李");
    assertThat(said.lines()).containsExactly("12:00:00  worker-1     ready in 3.0 s é李");
  }

  @Test
  void anEventIsCutOff() {
    SpokenLines said = new SpokenLines();
    said.console().event("w", "x".repeat(1_000));
    assertThat(said.lines().getFirst()).hasSizeLessThan(430).endsWith("x…");
  }

  @Test
  void aRefusalGoesWhereErrorsGo() {
    SpokenLines said = new SpokenLines();
    said.console().refuse("no");
    assertThat(said.errors()).containsExactly("edge: no");
    assertThat(said.text()).isEmpty();
  }

  @Test
  void progressStaysBelowEvents() {
    SpokenLines said = new SpokenLines(20);
    said.console().progress("half");
    said.console().print("line");
    assertThat(said.text()).isEqualTo("half\r    \rline" + System.lineSeparator() + "half");
  }

  @Test
  void withoutATerminalThereIsNoLineOfProgress() {
    SpokenLines said = new SpokenLines();
    said.console().progress("half");
    assertThat(said.text()).isEmpty();
  }

  @Test
  void atTheEndNobodyElseIsHeard() throws InterruptedException {
    SpokenLines said = new SpokenLines();
    said.console().onlyThisThread();
    Thread other = Thread.ofPlatform().start(() -> said.console().print("other"));
    other.join();
    said.console().print("this");
    assertThat(said.lines()).containsExactly("this");
  }

  @Test
  void aBarIsAsWideAsTheTerminalAndEndsWithoutATrace() {
    SpokenLines said = new SpokenLines(40);
    Progress progress = new Progress(said.console(), "frames");
    progress.show(50, "5 of 10 frames");
    assertThat(said.text())
        .startsWith("frames [###")
        .contains(" 50 %  5 of 10")
        .hasSizeLessThan(40);
    progress.end();
    assertThat(said.text()).endsWith("\r");
  }

  @Test
  void progressInLinesComesNowAndThen() {
    SpokenLines said = new SpokenLines();
    Progress often = new Progress(said.console(), "soak", "soak", Duration.ZERO);
    often.show(7.4, "rest");
    new Progress(said.console(), "soak", "soak", Duration.ofDays(1)).show(8, "not yet");
    assertThat(said.lines()).containsExactly("12:00:00  soak         soak   7 %  rest");
  }

  @Test
  void columnsOfATableAreAsWideAsTheWidestCell() {
    Table table = new Table(true, "object", "frames");
    table.row("motorcycle", "7");
    assertThat(table.lines()).containsExactly("object      frames", "motorcycle       7");
    Table words = new Table(false, "A", "STATE");
    words.row("worker", "ready");
    assertThat(words.lines()).containsExactly("A       STATE", "worker  ready");
  }

  @Test
  void aTerminalThatDoesNotTellItsSizeIsOfTheUsualOne() {
    assertThat(Terminal.columns("24 132\n")).isEqualTo(132);
    assertThat(Terminal.columns("0 0")).isEqualTo(80);
    assertThat(Terminal.columns("")).isEqualTo(80);
  }
}
