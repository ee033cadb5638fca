package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import edgeai.common.fixture.TestVideos;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that are not files, read by a real child process. */
class LiveDecodingTest {
  private static final VideoLimits PATIENT =
      VideoLimits.DEFAULT.withTimeouts(Duration.ofSeconds(90), Duration.ofSeconds(90));

  @TempDir Path folder;
  private HttpServer server;
  private final AtomicInteger secrets = new AtomicInteger();

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.createContext(
        "/secret",
        exchange -> {
          secrets.incrementAndGet();
          answer(exchange, new byte[0]);
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private LiveSource serving(String path, byte[] body) {
    server.createContext(path, exchange -> answer(exchange, body));
    return LiveSource.of("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path))
        .orElseThrow();
  }

  private static VideoDecoder watch(LiveSource source) throws VideoException, InterruptedException {
    return VideoDecoder.watch(
        DecoderHarness.COMMAND, source, new FrameWish(5, 90), PATIENT, DecoderHarness.TIMER);
  }

  @Test
  void readsAStreamOverHttp() throws Exception {
    byte[] stream =
        Files.readAllBytes(TestVideos.video(folder.resolve("live.mkv")).muxer("live", "1").write());
    try (VideoDecoder decoder = watch(serving("/live", stream))) {
      assertThat(decoder.header().container()).isEqualTo("http");
      assertThat(decoder.header().width()).isEqualTo(160);
      int frames = 0;
      for (Optional<VideoFrame> f = decoder.next(); f.isPresent(); f = decoder.next()) {
        frames++;
      }
      // a live source's first packets are spent on finding out what it is
      assertThat(frames).isBetween(1, 5);
    }
  }

  @Test
  void aPlaylistLeadsNowhere() {
    String playlist =
        "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nhttp://127.0.0.1:%d/secret\n"
            .formatted(server.getAddress().getPort());
    LiveSource source = serving("/list.m3u8", playlist.getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> watch(source).close()).isInstanceOf(VideoException.class);
    assertThat(secrets).hasValue(0);
  }

  @Test
  void aServerThatIsNotThereIsSaidInASentence() {
    URI nobody = URI.create("http://127.0.0.1:%d/x".formatted(server.getAddress().getPort()));
    server.stop(0);

    assertThatThrownBy(() -> watch(LiveSource.of(nobody.toString()).orElseThrow()).close())
        .isInstanceOf(VideoException.class)
        .hasMessageStartingWith("refused the connection: nothing listens at 127.0.0.1:");
  }

  @Test
  void aWebcamThatIsNotThereIsSaidInASentence() {
    assertThatThrownBy(() -> watch(LiveSource.of("63").orElseThrow()).close())
        .isInstanceOf(VideoException.class)
        .hasMessage("cannot be opened: is it plugged in, and free?");
  }
}
