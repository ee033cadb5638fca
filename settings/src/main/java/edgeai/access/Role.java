package edgeai.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody may do: people see, control or run a server, nodes work for it. */
public enum Role {
  VIEWER("reads and watches"),
  OPERATOR("uploads, controls and removes, too"),
  ADMIN("everything"),
  NODE("registers, gives signs of life and reports, for its own ids alone");

  private final String meaning;

  Role(String meaning) {
    this.meaning = meaning;
  }

  /** As it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In a few words, for people. */
  public String meaning() {
    return meaning;
  }

  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** All of them, for sentences. */
  public static String words() {
    return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
  }

  /** Whether who has this role may do what the other is for. */
  public boolean includes(Role other) {
    return this == ADMIN || this == other || this == OPERATOR && other == VIEWER;
  }
}
