package edgeai.cli.database;

import java.util.Optional;
import java.util.stream.Stream;

/** In what a server keeps what it knows. */
public enum DatabaseKind {
  H2("h2", "its file"),
  POSTGRESQL("postgresql", "PostgreSQL");

  private final String typed;
  private final String words;

  DatabaseKind(String typed, String words) {
    this.typed = typed;
    this.words = words;
  }

  /** The one of a name, as it is typed. */
  public static Optional<DatabaseKind> of(String name) {
    return Stream.of(values()).filter(kind -> kind.typed.equals(name)).findFirst();
  }

  DatabaseKind other() {
    return this == H2 ? POSTGRESQL : H2;
  }

  /** As it is called in a sentence. */
  String words() {
    return words;
  }
}
