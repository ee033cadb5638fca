package edgeai.cli.build;

import edgeai.cli.place.Environment;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Programs of this machine, looked up where its shell would. */
public final class Programs {
  private final Environment environment;

  public Programs(Environment environment) {
    this.environment = environment;
  }

  /** Where a program is; empty where there is none. */
  public Optional<Path> find(String name) {
    String folders = environment.get("PATH").orElse("");
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(folders)
        .flatMap(folder -> in(folder, name).stream())
        .findFirst();
  }

  private Optional<Path> in(String folder, String name) {
    try {
      return Optional.of(environment.here().resolve(folder).resolve(name))
          .filter(Files::isRegularFile)
          .filter(Files::isExecutable);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** What a program prints; empty where it cannot be run or fails. */
  Optional<String> ask(Path program, String... options) {
    ProcessBuilder builder = new ProcessBuilder(program.toString());
    builder.command().addAll(List.of(options));
    builder.environment().clear();
    builder.environment().putAll(environment.variables());
    try {
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
