package edgeai.cli.command;

import edgeai.access.AccessException;
import edgeai.access.Secret;
import edgeai.access.SentToken;
import edgeai.cli.access.OwnTokens;
import edgeai.cli.client.PoolClient;
import edgeai.cli.client.ShelfClient;
import edgeai.cli.client.Web;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import edgeai.cli.run.RunFile;
import edgeai.cli.run.RunFolder;
import edgeai.cli.shelf.OfferedModel;
import edgeai.cli.shelf.ShelfDesk;
import edgeai.settings.AccessCatalogue;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows, adds, switches, measures and removes the models of a coordinator that runs. */
@picocli.CommandLine.Command(name = "model")
final class ModelCommand implements Command {
  private static final Pattern SUM = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern SERVER = Pattern.compile("https?://[^/?#@]+/?");

  /** What may be done with one model, with any number of them, and with none. */
  private static final Set<String> WITH_ONE = Set.of("show", "add", "use", "remove");

  private static final Set<String> WITH_MANY = Set.of("bench");
  private static final Set<String> WITH_NONE = Set.of("list");

  /** By option, what it goes with. */
  private static final Map<String, Set<String>> OPTIONS =
      Map.of(
          "--name", Set.of("add"),
          "--sha256", Set.of("add"),
          "--job", Set.of("bench"),
          "--json", Set.of("list", "show", "bench"));

  private final Context context;

  @Option(names = "--coordinator")
  private String coordinator;

  @Option(names = "--token-file")
  private String tokenFile;

  @Option(names = "--name")
  private String name;

  @Option(names = "--sha256")
  private String sha256;

  @Option(names = "--job")
  private String job;

  @Option(names = "--json")
  private boolean json;

  @Parameters private List<String> words = new ArrayList<>();

  ModelCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    String action = action();
    List<String> named = words.subList(1, words.size());
    requireOptions(action);
    Optional<ModelSource> source =
        action.equals("add")
            ? Optional.of(ModelSource.of(named.getFirst(), context))
            : Optional.empty();
    URI address = address();
    Web web = new Web(token());
    ShelfDesk desk =
        new ShelfDesk(
            context.console(), new ShelfClient(web, address), new PoolClient(web, address));
    try {
      switch (action) {
        case "list" -> desk.list(json);
        case "show" -> desk.show(named.getFirst(), json);
        case "add" -> add(source.orElseThrow(), desk);
        case "use" -> desk.use(named.getFirst());
        case "bench" -> desk.measure(named, Optional.ofNullable(job), json);
        case "remove" -> desk.remove(named.getFirst());
        default -> throw new IllegalStateException(action);
      }
      return 0;
    } catch (ConnectException | HttpTimeoutException e) {
      throw new CommandRefusal("the coordinator at %s does not answer".formatted(address), e);
    } catch (IOException e) {
      throw new CommandRefusal(e.getMessage(), e);
    }
  }

  private String action() {
    for (String word : words) {
      if (word.startsWith("-")) {
        throw new Misuse("model has no option", word);
      }
    }
    String action = words.isEmpty() ? "" : words.getFirst();
    if (!WITH_ONE.contains(action) && !WITH_MANY.contains(action) && !WITH_NONE.contains(action)) {
      String can = "model takes list, show, add, use, bench or remove";
      throw words.isEmpty() ? new Misuse(can) : new Misuse(can + ", not", action);
    }
    if (WITH_NONE.contains(action) && words.size() > 1) {
      throw new Misuse("model %s takes no".formatted(action), words.get(1));
    }
    if (WITH_ONE.contains(action) && words.size() != 2) {
      throw new Misuse(
          "model %s takes one %s"
              .formatted(action, action.equals("add") ? "file or https address" : "model"));
    }
    return action;
  }

  private void requireOptions(String action) {
    Set<String> given = new TreeSet<>();
    require("--name", name, NAME, "1 to 64 letters, digits, '.', '_' or '-'", given);
    require("--sha256", sha256, SUM, "64 hexadecimal digits", given);
    require("--job", job, Pattern.compile(".+"), "a value", given);
    if (json) {
      given.add("--json");
    }
    for (String option : given) {
      if (!OPTIONS.get(option).contains(action)) {
        throw new Misuse("model %s has no option %s".formatted(action, option));
      }
    }
  }

  private static void require(
      String option, String typed, Pattern allowed, String words, Set<String> given) {
    if (typed != null) {
      given.add(option);
      if (!allowed.matcher(typed).matches()) {
        throw new Misuse("%s takes %s".formatted(option, words));
      }
    }
  }

  private void add(ModelSource source, ShelfDesk desk) throws IOException, InterruptedException {
    Optional<String> sum = Optional.ofNullable(sha256);
    Optional<String> called = Optional.ofNullable(name).or(source::name);
    source.give(
        file -> {
          sum.ifPresent(expected -> OfferedModel.require(file, expected));
          desk.add(file, called, sum);
        });
  }

  /** The one that is named, else, for the coordinator of this checkout, the command's own. */
  private Optional<Secret> token() {
    try {
      Optional<Secret> named =
          Optional.ofNullable(tokenFile)
              .map(typed -> Typed.value("--token-file", typed))
              .or(() -> context.environment().get(AccessCatalogue.TOKEN_FILE.name()))
              .map(context.environment()::path)
              .map(SentToken::read);
      return named.isPresent() || coordinator != null
          ? named
          : new OwnTokens(context.checkout(), Clock.systemUTC()).ofCommand();
    } catch (AccessException e) {
      throw new CommandRefusal(e.getMessage(), e);
    }
  }

  /** The coordinator that is named, else the one of this checkout. */
  private URI address() {
    if (coordinator != null) {
      if (!SERVER.matcher(coordinator).matches()) {
        throw new Misuse(
            "--coordinator takes an address such as http://192.168.1.20:8000, not", coordinator);
      }
      return URI.create(coordinator);
    }
    return new RunFolder(context.checkout())
        .running("coordinator")
        .map(RunFile::address)
        .orElseThrow(
            () ->
                new CommandRefusal(
                    "no coordinator of this checkout runs here: ./edge up starts one,"
                        + " --coordinator http://192.168.1.20:8000 names another"));
  }
}
