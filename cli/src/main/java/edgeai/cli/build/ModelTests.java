package edgeai.cli.build;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Console;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.run.Session;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How the bundled model is made is tested where its Python is: PyTorch has several GB. */
public final class ModelTests {
  private final Console console;
  private final Path model;
  private final Environment environment;
  private final Session session;

  public ModelTests(Console console, Checkout checkout, Environment environment, Session session) {
    this.console = console;
    this.model = checkout.root().resolve("model");
    this.environment = environment;
    this.session = session;
  }

  /**
   * @param install whether what is missing is installed; otherwise the tests are skipped then
   */
  public void run(boolean install) throws InterruptedException {
    String python = model.resolve(".venv/bin/python").toString();
    if (!isDone(true, python, "-c", "import onnxruntime, pytest, torch")) {
      if (!install) {
        console.event(
            "test",
            "SKIPPED: the tests in model/ want PyTorch; ./edge test --all installs it in model/.venv");
        return;
      }
      install(python);
    }
    if (!isDone(false, python, "-m", "pytest", "-q", "tests")) {
      throw new CommandRefusal("the tests in model/ failed");
    }
  }

  private void install(String python) throws InterruptedException {
    console.event("test", "installing PyTorch in model/.venv, several GB");
    if (!isDone(false, "python3", "-m", "venv", ".venv")
        || !isDone(false, python, "-m", "pip", "install", "-q", "-r", "requirements.txt")) {
      throw new CommandRefusal("the tests in model/ want Python 3.11 or newer with venv, and PyPI");
    }
  }

  private boolean isDone(boolean quietly, String... command) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(model.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment.variables());
    builder.inheritIO().redirectInput(new File("/dev/null"));
    if (quietly) {
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    try {
      Process process = builder.start();
      session.begin(process);
      return session.await(process) == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
