package edgeai.cli.run;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The servers that this process itself started: the system tells only their parent how they ended.
 */
public final class Children {
  private static final int SIGNALS = 128;
  private static final long REAPING_S = 5;

  private final Map<Long, Process> processes = new ConcurrentHashMap<>();

  void add(Process process) {
    processes.put(process.pid(), process);
  }

  /** How one that has ended did, in words; empty where another process is its parent. */
  public Optional<String> end(long pid) throws InterruptedException {
    Process process = processes.get(pid);
    if (process == null || !process.waitFor(REAPING_S, TimeUnit.SECONDS)) {
      return Optional.empty();
    }
    int status = process.exitValue();
    return Optional.of(
        status > SIGNALS
            ? "exit status %d, signal %d".formatted(status, status - SIGNALS)
            : "exit status %d".formatted(status));
  }
}
