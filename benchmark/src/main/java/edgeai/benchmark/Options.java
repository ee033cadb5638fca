package edgeai.benchmark;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The command line: {@code [name...] [--json FILE] [--quick | --all]}.
 *
 * @param names of benchmarks, in the order given and each once; where none is given those that are
 *     usual, or those that are quick, or all
 * @param json the file for the figures, empty where none is wanted
 * @param quick whether to measure less
 * @param all whether to measure more
 */
record Options(List<String> names, Optional<Path> json, boolean quick, boolean all) {

  /**
   * Reads the arguments.
   *
   * @param known the names that there are
   * @param usualOnes those of them that a run has where none is named
   * @param quickOnes those of them that a quick run has
   * @throws MisuseException if there is no such benchmark or option, a value is missing, or two
   *     options exclude each other
   */
  static Options parse(
      List<String> arguments,
      Collection<String> known,
      Collection<String> usualOnes,
      Collection<String> quickOnes)
      throws MisuseException {
    List<String> names = new ArrayList<>();
    Path json = null;
    boolean quick = false;
    boolean all = false;
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String argument = rest.remove();
      if (argument.equals("--quick")) {
        quick = true;
      } else if (argument.equals("--all")) {
        all = true;
      } else if (argument.equals("--json")) {
        json = file(rest.poll());
      } else if (argument.startsWith("-")) {
        throw new MisuseException("bench has no option " + argument);
      } else if (!known.contains(argument)) {
        throw new MisuseException(
            "there is no benchmark " + argument + ", only " + String.join(", ", known));
      } else if (!names.contains(argument)) {
        names.add(argument);
      }
    }
    if (quick && all) {
      throw new MisuseException("bench takes --quick or --all, not both");
    }
    Collection<String> unnamed = all ? known : quick ? quickOnes : usualOnes;
    return new Options(
        List.copyOf(names.isEmpty() ? unnamed : names), Optional.ofNullable(json), quick, all);
  }

  private static Path file(String name) throws MisuseException {
    if (name == null || name.isEmpty() || name.startsWith("-")) {
      throw new MisuseException("--json takes the name of a file");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new MisuseException("--json takes the name of a file, not '" + name + "'");
    }
  }
}
