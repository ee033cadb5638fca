package edgeai.cli.version;

import edgeai.cli.machine.ProgramOutput;
import edgeai.cli.place.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The commit that something was made of: Git knows that of a checkout, a file that of an archive.
 */
public final class Revision {
  /** What an archive has it in, beside the command. */
  public static final String FILE = "commit";

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private Revision() {}

  /** With a word where something was changed since; empty where nobody knows. */
  public static Optional<String> of(Checkout checkout) throws IOException, InterruptedException {
    Path root = checkout.root();
    if (!checkout.hasSources()) {
      Path file = root.resolve(FILE);
      return Files.isReadable(file)
          ? Optional.of(Files.readString(file).strip())
          : Optional.empty();
    }
    // a folder that merely lies in somebody's repository has none of its own
    return Files.exists(root.resolve(".git")) ? ofGit(root) : Optional.empty();
  }

  private static Optional<String> ofGit(Path root) throws InterruptedException {
    Optional<String> commit = git(root, "rev-parse", "--short=12", "HEAD");
    Optional<String> changes = git(root, "status", "--porcelain", "--untracked-files=no");
    return commit.map(
        hash -> changes.filter(lines -> !lines.isEmpty()).isPresent() ? hash + ", changed" : hash);
  }

  private static Optional<String> git(Path root, String... words) throws InterruptedException {
    String[] line = new String[words.length + 3];
    line[0] = "git";
    line[1] = "-C";
    line[2] = root.toString();
    System.arraycopy(words, 0, line, 3, words.length);
    return ProgramOutput.of(LIMIT, line).map(String::strip);
  }
}
