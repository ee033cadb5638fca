package edgeai.cli.command;

import edgeai.cli.build.SystemSuite;
import edgeai.cli.console.Misuse;
import java.util.List;
import java.util.Random;
import picocli.CommandLine.Option;

/** Wrong input of all kinds, drawn from a seed, for servers of its own. */
@picocli.CommandLine.Command(name = "fuzz")
final class FuzzCommand implements Command {
  private static final int USUAL = 10_000;
  private static final int MOST = 10_000_000;

  private final Context context;

  @Option(names = "--requests")
  private String requests;

  @Option(names = "--seed")
  private String seed;

  @Option(names = "--case")
  private String number;

  FuzzCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    if (number != null && seed == null) {
      throw new Misuse("--case goes with --seed");
    }
    if (number != null && requests != null) {
      throw new Misuse("fuzz takes --requests or --case, not both");
    }
    int wanted = requests == null ? USUAL : number("--requests", requests);
    int drawn = seed == null ? new Random().nextInt(1, MOST) : number("--seed", seed);
    int first = number == null ? 1 : number("--case", number);
    int last = number == null ? wanted : first;
    context.checkout().prepare();
    new Launch(context, context.environment()).build();
    String which = first == last ? "case " + first : "%d cases".formatted(last);
    return new SystemSuite(
            context.console(),
            context.checkout(),
            context.environment(),
            context.session(),
            "fuzz",
            "FuzzTableIT")
        .run(
            "%s of seed %d".formatted(which, drawn),
            List.of("fuzz.seed=" + drawn, "fuzz.first=" + first, "fuzz.last=" + last));
  }

  private static int number(String option, String typed) {
    return Typed.number(option, Typed.value(option, typed), 1, MOST);
  }

  @Override
  public String unknown(String word) {
    return "has no option";
  }
}
