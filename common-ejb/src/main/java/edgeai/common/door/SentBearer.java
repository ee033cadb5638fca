package edgeai.common.door;

import edgeai.access.AccessException;
import edgeai.access.SentToken;
import edgeai.settings.AccessCatalogue;
import edgeai.settings.SettingReader;
import edgeai.settings.StartRefusal;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.util.Optional;

/**
 * What this server sends to prove who it is, where it has a token ({@code TOKEN_FILE}).
 *
 * @param header what stands in {@code Authorization}
 */
public record SentBearer(Optional<String> header) {
  public static final SentBearer NONE = new SentBearer(Optional.empty());

  private static final String NAME = "Authorization";

  /** Ends the process where the file cannot be used. */
  public static SentBearer read(SettingReader in) {
    try {
      return new SentBearer(
          in.find(AccessCatalogue.TOKEN_FILE)
              .map(SentToken::read)
              .map(token -> Bearer.header(token.text())));
    } catch (AccessException e) {
      throw StartRefusal.refuse("TOKEN_FILE: " + e.getMessage());
    }
  }

  public HttpRequest.Builder signed(HttpRequest.Builder request) {
    header.ifPresent(value -> request.setHeader(NAME, value));
    return request;
  }

  public WebSocket.Builder signed(WebSocket.Builder socket) {
    header.ifPresent(value -> socket.header(NAME, value));
    return socket;
  }

  /** Not the token: it would stand in logs. */
  @Override
  public String toString() {
    return header.isPresent() ? "a token" : "no token";
  }
}
