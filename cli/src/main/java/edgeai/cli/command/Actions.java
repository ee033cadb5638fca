package edgeai.cli.command;

import edgeai.access.Role;
import edgeai.cli.console.Misuse;
import java.util.List;

/** Reads what is to be done with tokens or accounts: a word, and with most a name. */
final class Actions {
  /**
   * What was typed.
   *
   * @param name empty for a word that takes none
   */
  record Action(String word, String name) {}

  private Actions() {}

  static Action of(
      String command, List<String> words, List<String> withoutName, List<String> withName) {
    for (String word : words) {
      if (word.startsWith("-")) {
        throw new Misuse(command + " has no option", word);
      }
    }
    String word = words.isEmpty() ? "" : words.getFirst();
    boolean named = withName.contains(word);
    if (!named && !withoutName.contains(word)) {
      String known =
          "%s takes %s, %s"
              .formatted(
                  command,
                  String.join(", ", withoutName),
                  String.join(" NAME, ", withName) + " NAME");
      throw words.isEmpty() ? new Misuse(known) : new Misuse(known + ", not", word);
    }
    if (words.size() != (named ? 2 : 1)) {
      throw new Misuse("%s %s takes %s".formatted(command, word, named ? "one name" : "no name"));
    }
    return new Action(word, named ? words.get(1) : "");
  }

  /** Refuses an option that was typed with another word than its own. */
  static void allow(String command, String word, String own, String option, String typed) {
    if (typed != null && !word.equals(own)) {
      throw new Misuse("%s %s has no option %s".formatted(command, word, option));
    }
  }

  static String needed(String option, String typed) {
    if (typed == null) {
      throw new Misuse(option + " is needed");
    }
    return Typed.value(option, typed);
  }

  static Role role(String typed) {
    String word = needed("--role", typed);
    return Role.of(word)
        .orElseThrow(() -> new Misuse("--role takes one of %s, not".formatted(Role.words()), word));
  }
}
