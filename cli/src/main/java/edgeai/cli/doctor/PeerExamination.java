package edgeai.cli.doctor;

import edgeai.access.AccessException;
import edgeai.access.Secret;
import edgeai.access.SentToken;
import edgeai.cli.client.Knock;
import edgeai.cli.client.Web;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Whether a server that settings name can be reached: its name, its port, its certificate, its
 * answer, and whether it takes our token.
 *
 * @param setting that names it
 * @param token the file with what would be sent there, empty where there is none
 */
public record PeerExamination(String setting, URI address, Optional<Path> token, Clock clock)
    implements Examination {
  private static final int LIMIT_MS = 3_000;
  private static final int OK = 200;
  private static final int UNKNOWN = 401;

  @Override
  public String subject() {
    return "peer";
  }

  @Override
  public List<Diagnosis> look() throws InterruptedException {
    try {
      requireReached();
      HttpResponse<String> health = Knock.at(address.resolve("/health"), Optional.empty());
      if (!isOurs(health)) {
        return trouble(
            "answers /health with status %d, as no server of ours does: is the address right, or a proxy in between?"
                .formatted(health.statusCode()));
      }
      List<Diagnosis> all = new ArrayList<>(List.of(admitted()));
      ClockComparison.of(address, health, clock).ifPresent(all::add);
      return all;
    } catch (AccessException e) {
      return List.of(Diagnosis.trouble(subject(), "TOKEN_FILE: " + e.getMessage()));
    } catch (UnknownHostException e) {
      return trouble("has a name that is not known here: correct it, or give the address");
    } catch (SSLHandshakeException e) {
      return trouble(
          "has a certificate that is not known here (%s): name its authority in TLS_CA"
              .formatted(e.getMessage()));
    } catch (SSLException e) {
      return trouble(
          "speaks no TLS, or not one that is understood here (%s): is it http:// there?"
              .formatted(e.getMessage()));
    } catch (HttpTimeoutException e) {
      return trouble(
          "takes connections and answers nothing within some seconds: is it overloaded, or http:// where the address says https://?");
    } catch (IOException e) {
      return trouble(
          "is not reached (%s): does it run, with HOST=0.0.0.0 or its address, and does a firewall let this through?"
              .formatted(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
    }
  }

  private static boolean isOurs(HttpResponse<String> health) {
    try {
      return health.statusCode() == OK && Web.read(health.body()).has("status");
    } catch (IOException e) {
      return false;
    }
  }

  /** What the name leads to is tried in turn, as a browser does. */
  private void requireReached() throws IOException {
    int usual = "https".equals(address.getScheme()) ? 443 : 80;
    int port = address.getPort() < 0 ? usual : address.getPort();
    IOException failure = null;
    for (InetAddress one : InetAddress.getAllByName(address.getHost())) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(one, port), LIMIT_MS);
        return;
      } catch (IOException e) {
        failure = e;
      }
    }
    throw failure == null ? new UnknownHostException(address.getHost()) : failure;
  }

  private Diagnosis admitted() throws IOException, InterruptedException {
    Optional<Secret> sent = token.map(SentToken::read);
    HttpResponse<String> answer = Knock.at(address.resolve("/whoami"), sent);
    if (answer.statusCode() == UNKNOWN) {
      return Diagnosis.trouble(
          subject(),
          words(
              token.isPresent()
                  ? "does not know our token: make another there (./edge token create --role node)"
                  : "asks who calls, and there is no token: TOKEN_FILE names a file with one, or ./edge join there"));
    }
    if (answer.statusCode() != OK) {
      return Diagnosis.trouble(
          subject(), words("answers /whoami with status %d".formatted(answer.statusCode())));
    }
    return Diagnosis.ok(
        subject(),
        words(token.isEmpty() ? "answers, and needs no token" : "answers, and takes our token"));
  }

  private List<Diagnosis> trouble(String words) {
    return List.of(Diagnosis.trouble(subject(), words(words)));
  }

  private String words(String more) {
    return "%s=%s %s".formatted(setting, address, more);
  }
}
