package edgeai.cli.command;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import edgeai.cli.shelf.ModelDownload;
import edgeai.cli.shelf.OfferedModel;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a model that is to be added comes from: a file of this machine, or one that is fetched here
 * first. Its address may have a secret in it.
 */
final class ModelSource {
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

  private final Context context;
  private final Optional<URI> address;
  private final Path file;

  private ModelSource(Context context, Optional<URI> address, Path file) {
    this.context = context;
    this.address = address;
    this.file = file;
  }

  /**
   * @throws Misuse where it is neither
   * @throws CommandRefusal where it is a file that cannot be read
   */
  static ModelSource of(String typed, Context context) {
    if (ADDRESS.matcher(typed).matches()) {
      return new ModelSource(context, Optional.of(https(typed)), Path.of(""));
    }
    Path file = context.environment().path(typed);
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new CommandRefusal("there is no file %s that can be read".formatted(file));
    }
    return new ModelSource(context, Optional.empty(), file);
  }

  private static URI https(String typed) {
    try {
      URI address = new URI(typed);
      boolean usable = address.getHost() != null && address.getUserInfo() == null;
      if (usable && address.getScheme().equalsIgnoreCase("https")) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw new Misuse("model add takes a file or an https address, not", typed);
    }
    throw new Misuse("model add takes a file or an https address, not", typed);
  }

  /** A name of what its file is called. */
  Optional<String> name() {
    String path = address.map(URI::getPath).orElseGet(() -> file.getFileName().toString());
    return OfferedModel.name(path.substring(path.lastIndexOf('/') + 1));
  }

  interface Taking {
    void take(Path file) throws IOException, InterruptedException;
  }

  /** Hands over the file, which is fetched before and deleted after where it is not here. */
  void give(Taking taker) throws IOException, InterruptedException {
    if (address.isEmpty()) {
      taker.take(file);
      return;
    }
    context.checkout().prepare();
    Path fetched = Files.createTempFile(context.checkout().own(), "model-", ".onnx");
    fetched.toFile().deleteOnExit();
    try {
      new ModelDownload(context.console()).fetch(address.get(), fetched);
      taker.take(fetched);
    } finally {
      Files.deleteIfExists(fetched);
    }
  }
}
