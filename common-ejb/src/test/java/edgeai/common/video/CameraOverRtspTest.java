package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of RTSP cameras that give nothing. */
class CameraOverRtspTest {
  private static final VideoLimits PATIENT =
      VideoLimits.DEFAULT.withTimeouts(Duration.ofSeconds(90), Duration.ofSeconds(90));
  private static final String VIDEO = "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n";

  private static final String CLOSED = "closed";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  /** What comes back for a request, whose lines these are: null for nothing, or an end. */
  private interface Camera {
    String answer(List<String> request);
  }

  private void serve(ServerSocket at, Camera camera) {
    threads.submit(
        () -> {
          while (true) {
            Socket socket = at.accept();
            threads.submit(() -> talk(socket, camera));
          }
        });
  }

  private LiveSource serving(String login, Camera camera) {
    serve(server, camera);
    return LiveSource.of("rtsp://%s127.0.0.1:%d/live".formatted(login, server.getLocalPort()))
        .orElseThrow();
  }

  private static Void talk(Socket socket, Camera camera) throws IOException {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> request = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        request.add(line);
        if (line.isEmpty()) {
          String answer = camera.answer(request);
          if (CLOSED.equals(answer)) {
            return null;
          }
          if (answer != null) {
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
          }
          request.clear();
        }
      }
    }
    return null;
  }

  private static String reply(List<String> request, String status, String headers, String body) {
    String sequence =
        request.stream().filter(line -> line.startsWith("CSeq")).findFirst().orElse("CSeq: 1");
    return "RTSP/1.0 %s\r\n%s\r\n%sContent-Length: %d\r\n\r\n%s"
        .formatted(status, sequence, headers, body.length(), body);
  }

  private static String described(List<String> request, String media) {
    return reply(
        request,
        "200 OK",
        "Content-Type: application/sdp\r\n",
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=cam\r\nt=0 0\r\n" + media);
  }

  private static boolean asks(List<String> request, String method) {
    return request.get(0).startsWith(method + " ");
  }

  /** As a child process says it. */
  private static VideoException refusalByChild(LiveSource source) {
    return catchThrowableOfType(
        VideoException.class,
        () ->
            VideoDecoder.watch(
                    DecoderHarness.COMMAND,
                    source,
                    new FrameWish(5, 90),
                    PATIENT,
                    DecoderHarness.TIMER)
                .close());
  }

  @Test
  void aWrongPasswordIsGivenOnceAndSaidSo() {
    AtomicInteger given = new AtomicInteger();
    LiveSource source =
        serving(
            "me:wrong@",
            request -> {
              given.addAndGet(
                  (int) request.stream().filter(l -> l.startsWith("Authorization")).count());
              return asks(request, "OPTIONS")
                  ? reply(request, "200 OK", "Public: DESCRIBE, SETUP, PLAY\r\n", "")
                  : reply(
                      request,
                      "401 Unauthorized",
                      "WWW-Authenticate: Digest realm=\"cam\", nonce=\"n1\"\r\n",
                      "");
            });
    VideoException refusal = refusalByChild(source);
    assertThat(refusal).hasMessage("answered 401: the user or the password is wrong");
    assertThat(refusal.kind()).isEqualTo(VideoException.Kind.UNAUTHORIZED);
    assertThat(given).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "404 Not Found, answered 404: there is no such path",
    "403 Forbidden, answered 403: this user may not watch it",
    "503 Service Unavailable, answered that something is wrong with itself"
  })
  void aStatusIsSaidInASentence(String status, String sentence) {
    LiveSource source =
        serving(
            "", request -> reply(request, asks(request, "OPTIONS") ? "200 OK" : status, "", ""));
    assertThat(SessionHarness.refusal(source)).hasMessageStartingWith(sentence);
  }

  @Test
  void aCameraThatSendsOverUdpOnlySaysSo() {
    LiveSource source =
        serving(
            "",
            request ->
                asks(request, "SETUP")
                    ? reply(request, "461 Unsupported Transport", "", "")
                    : asks(request, "DESCRIBE")
                        ? described(request, VIDEO + "a=control:track1\r\n")
                        : reply(request, "200 OK", "", ""));
    assertThat(SessionHarness.refusal(source)).hasMessageStartingWith("needs UDP");
  }

  @Test
  void aServerOfAnotherProtocolSaysSo() {
    LiveSource source = serving("", request -> CLOSED);
    assertThat(SessionHarness.refusal(source)).hasMessage("answers something that is no RTSP");
  }

  @Test
  void oneThatSaysNothingAndOneThatTalksNonsenseForEverTimeOut() throws Exception {
    LiveSource source =
        serving(
            "", request -> asks(request, "OPTIONS") ? "HTTP/1.1 400 Bad Request\r\n\r\n" : null);
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      LiveSource other =
          LiveSource.of("rtsp://127.0.0.1:%d/live".formatted(silent.getLocalPort())).orElseThrow();
      Future<VideoException> nonsense = threads.submit(() -> refusalByChild(source));
      assertThat(refusalByChild(other)).hasMessageStartingWith("timed out: ");
      assertThat(nonsense.get()).hasMessageStartingWith("timed out: ");
    }
  }

  private static String playing(List<String> request) {
    if (asks(request, "DESCRIBE")) {
      return described(request, VIDEO + "a=control:track1\r\n");
    }
    String headers =
        asks(request, "SETUP")
            ? "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 1\r\n"
            : "";
    return reply(request, "200 OK", headers, "");
  }

  /** FFmpeg follows; what is there is not watched. */
  @Test
  void whereItRedirectsToIsNotWatched() throws IOException {
    try (ServerSocket elsewhere = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.2"))) {
      serve(elsewhere, CameraOverRtspTest::playing);
      String there = "rtsp://127.0.0.2:%d/inside".formatted(elsewhere.getLocalPort());
      LiveSource source =
          serving(
              "",
              request ->
                  asks(request, "DESCRIBE")
                      ? reply(request, "302 Found", "Location: " + there + "\r\n", "")
                      : playing(request));

      assertThat(SessionHarness.refusal(source))
          .hasMessage(
              "redirects elsewhere, to rtsp://127.0.0.2:%d/..."
                  .formatted(elsewhere.getLocalPort()));
    }
  }

  @Test
  void aCameraThatPlaysIsNotTakenForAnother() throws VideoException {
    try (LiveInput input = new LiveInput(serving("me:secret@", CameraOverRtspTest::playing), 5)) {
      assertThat(input.isPaced()).isTrue();
    }
  }
}
