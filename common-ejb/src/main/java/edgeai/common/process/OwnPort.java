package edgeai.common.process;

import edgeai.common.guard.Schedule;
import edgeai.common.network.OwnAddress;
import edgeai.common.settings.ServerTls;
import edgeai.settings.StartRefusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;

/**
 * The port of this server. The container opens it only once the application answers, so that a
 * server that starts refuses connections instead of telling its callers that there is nothing; and
 * it says nothing where it cannot, because somebody else has the port. So a port that is taken at
 * the start refuses the start, and later the server calls itself: what answers there must know
 * {@link Life}, or it is another's.
 */
@ApplicationScoped
public class OwnPort {
  private static final Logger LOG = Logger.getLogger(OwnPort.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int ANSWER_LIMIT_MS = 5_000;

  /** One that has only just opened may not know its application yet. */
  private static final int STRANGERS = 50;

  private static final long SILENCE_NANOS = Duration.ofSeconds(60).toNanos();

  private final OwnAddress address;
  private final Schedule schedule;
  private final Life life;
  private final Consumer<String> refusal;
  private final CountDownLatch opened = new CountDownLatch(1);
  private long since;
  private int strangers;
  private boolean warned;

  @Inject
  public OwnPort(OwnAddress address, Schedule schedule, Life life) {
    this(address, schedule, life, StartRefusal::refuse);
  }

  /** For the container's proxy, and for doubles. */
  protected OwnPort() {
    this(null, null, null);
  }

  OwnPort(OwnAddress address, Schedule schedule, Life life, Consumer<String> refusal) {
    this.address = address;
    this.schedule = schedule;
    this.life = life;
    this.refusal = refusal;
  }

  /** Before anything else, so that nothing is begun in vain; no resource is there yet. */
  void start(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object event) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(address.socket());
    } catch (IOException | RuntimeException e) {
      refusal.accept("this server cannot listen on %s: %s".formatted(address, e.getMessage()));
    }
  }

  /** Looks from now on whether this server can be called. */
  public void watch() {
    since = System.nanoTime();
    lookAgain();
  }

  /** Waits until this server can be called. */
  public void awaitOpen() throws InterruptedException {
    opened.await();
  }

  /** Its address as a page's. */
  public String page() {
    return address.page();
  }

  boolean isOpen() {
    return opened.getCount() == 0;
  }

  private void lookAgain() {
    schedule.after("look for the own port", PAUSE, this::look);
  }

  private void look() {
    try {
      if (answerAt(address.reached()).contains(life.token())) {
        opened.countDown();
        LOG.log(Level.INFO, "listening on {0}", address);
        return;
      }
      strangers++;
    } catch (ConnectException e) {
      strangers = 0;
      warnWhenSilent();
    } catch (SSLException e) {
      refusal.accept(
          "%s speaks no TLS that TLS_CERT makes known: the command line lacks it (%s)"
              .formatted(address, e.getMessage()));
      return;
    } catch (SocketTimeoutException e) {
      LOG.log(Level.FINE, "{0} takes long to answer", address);
    } catch (IOException e) {
      strangers++;
    }
    if (strangers < STRANGERS) {
      lookAgain();
    } else {
      refusal.accept("%s is taken by another program".formatted(address));
    }
  }

  private void warnWhenSilent() {
    if (!warned && System.nanoTime() - since > SILENCE_NANOS) {
      warned = true;
      LOG.log(
          Level.WARNING,
          "nothing listens on {0} yet: the command line needs the file of --postdeploycommandfile,"
              + " and -Dedge.host and --port must say what HOST and PORT say",
          address);
    }
  }

  private static String answerAt(URI server) throws IOException {
    HttpURLConnection call =
        (HttpURLConnection)
            server.resolve("/mp-health/live").toURL().openConnection(Proxy.NO_PROXY);
    call.setConnectTimeout(ANSWER_LIMIT_MS);
    call.setReadTimeout(ANSWER_LIMIT_MS);
    call.setInstanceFollowRedirects(false);
    if (call instanceof HttpsURLConnection secure) {
      secure.setSSLSocketFactory(ServerTls.clients().getSocketFactory());
    }
    try {
      return call.getResponseCode() == HttpURLConnection.HTTP_OK
          ? new String(call.getInputStream().readNBytes(65_536), StandardCharsets.UTF_8)
          : "";
    } finally {
      call.disconnect();
    }
  }
}
