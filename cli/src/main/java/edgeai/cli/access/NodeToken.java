package edgeai.cli.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import edgeai.access.AccessException;
import edgeai.access.Secret;
import edgeai.access.SentToken;
import edgeai.cli.client.Web;
import edgeai.cli.console.CommandRefusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The token of a node that joined by a code, kept in its folder for data. */
public final class NodeToken {
  private static final String NAME = "node-token";
  private static final int CREATED = 201;

  private final Path file;

  /**
   * @param data the node's folder for data
   */
  public NodeToken(Path data) {
    this.file = data.resolve(NAME);
  }

  /** Its file, where the node has joined. */
  public Optional<Path> joined() {
    return Optional.of(file).filter(Files::exists);
  }

  /**
   * Makes a token of a code.
   *
   * @param name what the node would be called
   */
  public Path join(Web web, URI server, String code, String name) throws InterruptedException {
    try {
      HttpResponse<String> answer =
          web.post(
              server.resolve("/join"),
              JsonNodeFactory.instance.objectNode().put("code", code).put("name", name).toString());
      JsonNode said = Web.read(answer.body());
      if (answer.statusCode() != CREATED) {
        throw new CommandRefusal(
            "%s: %s".formatted(server, said.path("detail").asText("it answered no token")));
      }
      SentToken.write(file, new Secret(said.path("token").asText()));
      return file;
    } catch (IOException e) {
      throw new CommandRefusal("%s does not answer as a server does".formatted(server), e);
    } catch (AccessException e) {
      throw new CommandRefusal(e.getMessage(), e);
    }
  }
}
