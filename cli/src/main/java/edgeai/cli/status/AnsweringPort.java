package edgeai.cli.status;

import com.fasterxml.jackson.databind.JsonNode;
import edgeai.cli.client.Knock;
import edgeai.cli.client.Web;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Optional;

/**
 * A server whose process this user is not shown, or that another container runs: it is known by
 * what its port answers.
 *
 * @param kind coordinator, worker or admin
 * @param health what it says of itself
 */
record AnsweringPort(String kind, URI address, JsonNode health) {

  /** Empty where nothing listens, or nothing of ours. */
  static Optional<AnsweringPort> at(int port) throws InterruptedException {
    URI plain = URI.create("http://127.0.0.1:" + port);
    try {
      return of(plain, Knock.at(plain.resolve("/health"), Optional.empty()).body());
    } catch (ConnectException e) {
      return Optional.empty();
    } catch (IOException e) {
      // whoever is there speaks no plain HTTP
      return secure(URI.create("https://127.0.0.1:" + port));
    }
  }

  private static Optional<AnsweringPort> secure(URI address) throws InterruptedException {
    try {
      return of(address, Knock.at(address.resolve("/health"), Optional.empty()).body());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<AnsweringPort> of(URI address, String body) {
    try {
      JsonNode health = Web.read(body);
      return health.has("status") && health.has("ready")
          ? Optional.of(new AnsweringPort(kind(health), address, health))
          : Optional.empty();
    } catch (IOException e) {
      // what it says is no JSON
      return Optional.empty();
    }
  }

  private static String kind(JsonNode health) {
    if (health.has("worker_id")) {
      return "worker";
    }
    return health.has("model") ? "coordinator" : "admin";
  }
}
