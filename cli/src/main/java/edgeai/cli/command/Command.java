package edgeai.cli.command;

/** What {@code ./edge} can be told to do. Its options are fields that picocli fills. */
public interface Command {
  /** Does it, and gives what {@code ./edge} ends with. */
  int run() throws InterruptedException;

  /** What is said of a word that it does not know, before the word. */
  default String unknown(String word) {
    return word.startsWith("-") ? "has no option" : "takes no";
  }
}
