package edgeai.common.door;

import edgeai.access.AccessException;
import edgeai.access.SentToken;
import edgeai.settings.AccessCatalogue;
import edgeai.settings.SettingReader;
import edgeai.settings.StartRefusal;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What this server sends to prove who it is, where it has a token ({@code TOKEN_FILE}). The file is
 * looked at once a second where something is sent, so that another token in it counts without a
 * restart; one that cannot be used then changes nothing.
 */
public final class SentBearer {
  public static final SentBearer NONE = new SentBearer(Optional.empty());

  private static final Logger LOG = Logger.getLogger(SentBearer.class.getName());
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
  private static final String NAME = "Authorization";

  private final Optional<Path> file;
  private volatile Seen seen;

  private record Seen(Optional<String> header, Object version, long at) {}

  private SentBearer(Optional<Path> file) {
    this.file = file;
    this.seen = new Seen(file.map(SentBearer::header), version(), System.nanoTime());
  }

  /** Ends the process where the file cannot be used. */
  public static SentBearer read(SettingReader in) {
    try {
      return of(in.find(AccessCatalogue.TOKEN_FILE));
    } catch (AccessException e) {
      throw StartRefusal.refuse("TOKEN_FILE: " + e.getMessage());
    }
  }

  /**
   * @throws AccessException where the file cannot be used
   */
  static SentBearer of(Optional<Path> file) {
    return new SentBearer(file);
  }

  public HttpRequest.Builder signed(HttpRequest.Builder request) {
    header().ifPresent(value -> request.setHeader(NAME, value));
    return request;
  }

  public WebSocket.Builder signed(WebSocket.Builder socket) {
    header().ifPresent(value -> socket.header(NAME, value));
    return socket;
  }

  private Optional<String> header() {
    if (file.isPresent() && System.nanoTime() - seen.at >= PAUSE) {
      look();
    }
    return seen.header;
  }

  private synchronized void look() {
    Object version = version();
    Seen last = seen;
    Optional<String> header =
        version.equals(last.version) ? last.header : again(file.orElseThrow(), last.header);
    seen = new Seen(header, version, System.nanoTime());
  }

  private static Optional<String> again(Path file, Optional<String> before) {
    try {
      Optional<String> header = Optional.of(header(file));
      LOG.log(Level.INFO, "{0} holds another token", file);
      return header;
    } catch (AccessException e) {
      LOG.log(Level.WARNING, "the token before is still sent: {0}", e.getMessage());
      return before;
    }
  }

  private static String header(Path file) {
    return Bearer.header(SentToken.read(file).text());
  }

  private Object version() {
    if (file.isEmpty()) {
      return "";
    }
    try {
      BasicFileAttributes found = Files.readAttributes(file.get(), BasicFileAttributes.class);
      return "%s %d %s".formatted(found.lastModifiedTime(), found.size(), found.fileKey());
    } catch (IOException e) {
      return "unreadable";
    }
  }

  /** Not the token: it would stand in logs. */
  @Override
  public String toString() {
    return file.isPresent() ? "a token" : "no token";
  }
}
