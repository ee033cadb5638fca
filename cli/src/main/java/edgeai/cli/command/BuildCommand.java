package edgeai.cli.command;

/** Builds what is older than its sources. */
@picocli.CommandLine.Command(name = "build")
final class BuildCommand implements Command {
  private final Context context;

  BuildCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    context.checkout().prepare();
    if (!new Launch(context, context.environment()).build()) {
      context.console().event("build", "everything is up to date");
    }
    return 0;
  }

  @Override
  public String unknown(String word) {
    return "takes no";
  }
}
