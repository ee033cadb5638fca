package edgeai.systemtests.fuzz;

import java.io.IOException;

/** One thing that is tried, drawn and not yet done. */
interface Case {
  /** The server that it is tried on. */
  Target target();

  /** What repeats it by hand. */
  String shown();

  /** Tries it. */
  Outcome run() throws IOException, InterruptedException;
}
