package edgeai.common.door;

import edgeai.access.Role;
import edgeai.settings.Program;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may do what at which server, as a table for people. */
public final class Matrix {
  /** Those who ask, in the order of the columns: nobody, and each role. */
  private static final List<Optional<Role>> ASKERS =
      Stream.concat(Stream.of(Optional.<Role>empty()), Stream.of(Role.values()).map(Optional::of))
          .toList();

  private Matrix() {}

  /** The table of one server, in Markdown. */
  public static String of(Program program) {
    String head =
        ASKERS.stream()
            .map(role -> role.map(Role::word).orElse("nobody"))
            .collect(Collectors.joining(" | ", "| call | ", " |\n|---|"));
    return Ways.of(program).all().stream()
        .map(Matrix::line)
        .collect(Collectors.joining("\n", head + "---|".repeat(ASKERS.size()) + "\n", "\n"));
  }

  private static String line(Way way) {
    return ASKERS.stream()
        .map(role -> way.admits(asker(role)) ? "yes" : "")
        .collect(
            Collectors.joining(" | ", "| `%s %s` | ".formatted(way.method(), way.pattern()), " |"));
  }

  private static Asker asker(Optional<Role> role) {
    return new Asker(role.isEmpty() ? Asker.Proof.NONE : Asker.Proof.TOKEN, "", role);
  }
}
