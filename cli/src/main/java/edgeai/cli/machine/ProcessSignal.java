package edgeai.cli.machine;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Stops a process where it stands and lets it go on, as an overloaded machine does. */
public enum ProcessSignal {
  FREEZE("-STOP"),
  GO_ON("-CONT");

  private static final int LIMIT_S = 5;

  private final String word;

  ProcessSignal(String word) {
    this.word = word;
  }

  /** Whether the signal was taken. */
  public boolean send(long pid) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("kill", word, Long.toString(pid))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return kill.waitFor(LIMIT_S, TimeUnit.SECONDS) && kill.exitValue() == 0;
  }
}
