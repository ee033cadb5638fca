package edgeai.systemtests.fuzz;

import edgeai.systemtests.fixture.ProcessUsage;
import edgeai.systemtests.fixture.ServerProcess;
import java.util.ArrayList;
import java.util.List;

/** What a server takes of its machine. */
record Vitals(String server, long heap, long resident, int threads, int files, int children) {
  private static final long MB = 1 << 20;

  /** What caches may come to, and a leak does not stay below. */
  private static final long MORE_HEAP = 64 * MB;

  /** Outside the heap: compiled code, buffers, what the heap had to grow for. */
  private static final long MORE_RESIDENT = 384 * MB;

  private static final int MORE_THREADS = 48;
  private static final int MORE_FILES = 48;

  /** A spare one, and those that wait for the next piece. */
  private static final int MORE_CHILDREN = 3;

  static Vitals of(ServerProcess server) {
    ProcessUsage usage = server.usage();
    return new Vitals(
        server.name(),
        usage.liveHeapBytes(),
        usage.residentBytes(),
        usage.threads(),
        usage.openFiles(),
        usage.children());
  }

  /** What has grown since, and should not have. */
  List<String> faults(Vitals now) {
    List<String> faults = new ArrayList<>();
    grown(faults, "MB of heap", heap / MB, now.heap / MB, MORE_HEAP / MB);
    grown(faults, "MB resident", resident / MB, now.resident / MB, MORE_RESIDENT / MB);
    grown(faults, "threads", threads, now.threads, MORE_THREADS);
    grown(faults, "open files", files, now.files, MORE_FILES);
    grown(faults, "children", children, now.children, MORE_CHILDREN);
    return faults;
  }

  private void grown(List<String> faults, String what, long before, long after, long most) {
    if (after > before + most) {
      faults.add("%s: %d %s, %d before".formatted(server, after, what, before));
    }
  }

  String inWords(Vitals now) {
    return "%-12s heap %d -> %d MB, resident %d -> %d MB, threads %d -> %d, files %d -> %d, children %d -> %d"
        .formatted(
            server,
            heap / MB,
            now.heap / MB,
            resident / MB,
            now.resident / MB,
            threads,
            now.threads,
            files,
            now.files,
            children,
            now.children);
  }
}
