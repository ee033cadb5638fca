package edgeai.benchmark.viewers;

import edgeai.systemtests.fixture.ServerProcess;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What happened while a job was shown to a number of viewers.
 *
 * @param jobRate frames a second that the job got on by
 * @param viewerRates pictures a second of each viewer who reads
 * @param serverMillis processor time of the coordinator, ms a second
 * @param ownMillis processor time of this process, the viewers' and the worker's, ms a second
 * @param megabytes a second that all viewers got
 * @param threads of the coordinator at the end
 * @param residentBytes of the coordinator at the end
 */
record Show(
    double jobRate,
    List<Double> viewerRates,
    double serverMillis,
    double ownMillis,
    double megabytes,
    int threads,
    long residentBytes) {

  /** Between two moments; threads and memory are of now. */
  static Show between(Moment from, Moment to, Ticks done, ServerProcess coordinator) {
    double seconds = (to.nanos() - from.nanos()) / 1e9;
    return new Show(
        done.perSecond(from.frames(), to.frames()),
        IntStream.range(0, to.pictures().size())
            .mapToObj(viewer -> (to.pictures().get(viewer) - from.pictures().get(viewer)) / seconds)
            .toList(),
        to.server().minus(from.server()).toNanos() / 1e6 / seconds,
        to.own().minus(from.own()).toNanos() / 1e6 / seconds,
        (to.bytes() - from.bytes()) / 1e6 / seconds,
        coordinator.usage().threads(),
        coordinator.usage().residentBytes());
  }

  /** Pictures a second that all viewers got. */
  double pictures() {
    return viewerRates.stream().mapToDouble(rate -> rate).sum();
  }
}
