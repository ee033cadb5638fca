package edgeai.cli.build;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Console;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.run.Session;
import java.nio.file.Path;

/** How the bundled model is made is tested where its Python is: PyTorch has several GB. */
public final class ModelTests {
  private final Console console;
  private final Path model;
  private final ProgramRun program;

  public ModelTests(Console console, Checkout checkout, Environment environment, Session session) {
    this.console = console;
    this.model = checkout.root().resolve("model");
    this.program = new ProgramRun(model, environment, session);
  }

  /**
   * @param install whether what is missing is installed; otherwise the tests are skipped then
   */
  public void run(boolean install) throws InterruptedException {
    String python = model.resolve(".venv/bin/python").toString();
    if (!program.succeedsQuietly(python, "-c", "import onnxruntime, pytest, torch")) {
      if (!install) {
        console.event(
            "test",
            "SKIPPED: the tests in model/ want PyTorch; ./edge test --all installs it in model/.venv");
        return;
      }
      install(python);
    }
    if (!program.succeeds(python, "-m", "pytest", "-q", "tests")) {
      throw new CommandRefusal("the tests in model/ failed");
    }
  }

  private void install(String python) throws InterruptedException {
    console.event("test", "installing PyTorch in model/.venv, several GB");
    if (!program.succeeds("python3", "-m", "venv", ".venv")
        || !program.succeeds(python, "-m", "pip", "install", "-q", "-r", "requirements.txt")) {
      throw new CommandRefusal("the tests in model/ want Python 3.11 or newer with venv, and PyPI");
    }
  }
}
