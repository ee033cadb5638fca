package edgeai.cli.doctor;

import java.io.IOException;
import java.util.List;

/** Looks at one thing. */
public interface Examination {
  /** What it looks at, in a word. */
  String subject();

  /**
   * What it found.
   *
   * @throws IOException where this machine does not let it look
   */
  List<Diagnosis> look() throws IOException, InterruptedException;
}
