package edgeai.cli.run;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.machine.CommandLine;
import edgeai.cli.place.Checkout;
import edgeai.cli.server.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The servers of a checkout that run, as their files say and the system confirms. */
public final class RunFolder {
  private final Path folder;
  private final String sign;

  public RunFolder(Checkout checkout) {
    this(checkout.run(), checkout.sign());
  }

  /**
   * @param sign what all servers of the checkout have in their command lines
   */
  RunFolder(Path folder, String sign) {
    this.folder = folder;
    this.sign = sign;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** What a server has in its command line. */
  String mark(String name) {
    return sign + "/" + name + "/";
  }

  /** Whether a process is that server, and not a stranger who got the number since. */
  boolean isOurs(long pid, String name) {
    return CommandLine.contains(pid, "-Dedge.server=" + mark(name));
  }

  /** What is written of a server; empty where nothing is that can be read. */
  public Optional<RunFile> read(String name) {
    try {
      return Optional.of(RunFile.read(file(name)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The server of a name, where it runs. */
  public Optional<RunFile> running(String name) {
    return read(name).filter(run -> isOurs(run.pid(), name));
  }

  /** All servers that run; those that are no more, and do not come again, are forgotten. */
  public List<RunFile> running() {
    List<RunFile> running = new ArrayList<>();
    for (String name : names()) {
      Optional<RunFile> run = running(name);
      run.ifPresent(running::add);
      if (run.isEmpty() && read(name).filter(RunFile::again).isEmpty()) {
        forget(name);
      }
    }
    return running;
  }

  /** Forgets a server that is no more, and what it had outside its data. */
  void forget(String name) {
    Optional<Path> outside = read(name).flatMap(RunFile::outside);
    try {
      if (outside.isPresent()) {
        Folders.delete(outside.get());
      }
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new CommandRefusal(
          "what %s left cannot be deleted: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Forgets all that do not run, also those that were to come again. */
  public void forgetAll() {
    names().stream().filter(name -> running(name).isEmpty()).forEach(this::forget);
  }

  private List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new CommandRefusal("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
  }
}
