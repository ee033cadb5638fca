package edgeai.benchmark.viewers;

import com.sun.management.OperatingSystemMXBean;
import edgeai.systemtests.fixture.ServerProcess;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/**
 * What had been counted at one point in time.
 *
 * @param nanos of {@link System#nanoTime}
 * @param frames the worker had done
 * @param server processor time of the coordinator
 * @param own processor time of this process
 * @param bytes all viewers got
 * @param pictures each viewer got
 */
record Moment(
    long nanos, int frames, Duration server, Duration own, long bytes, List<Integer> pictures) {

  static Moment now(ServerProcess coordinator, PacedWorker worker, StreamAudience audience) {
    return new Moment(
        System.nanoTime(),
        worker.done().count(),
        coordinator.usage().processorTime(),
        Duration.ofNanos(
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()),
        audience.bytes(),
        audience.pictures());
  }
}
