package edgeai.common.video;

import static edgeai.common.video.CameraServer.body;
import static edgeai.common.video.CameraServer.jpeg;
import static edgeai.common.video.CameraServer.parts;
import static edgeai.common.video.CameraServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToLongFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cameras over HTTP: their rates and their pictures as a real child process reads them, and their
 * refusals.
 */
class CameraOverHttpTest {
  private static final VideoLimits PATIENT =
      VideoLimits.DEFAULT.withTimeouts(Duration.ofSeconds(90), Duration.ofSeconds(90));
  private static final String DIGEST = "Digest realm=\"cam\", nonce=\"n1\", qop=\"auth\"";

  private CameraServer camera;

  @BeforeEach
  void serve() throws IOException {
    camera = new CameraServer();
  }

  @AfterEach
  void stop() {
    camera.close();
  }

  private static VideoDecoder watch(LiveSource source, double fps)
      throws VideoException, InterruptedException {
    return VideoDecoder.watch(
        DecoderHarness.COMMAND, source, new FrameWish(fps, 90), PATIENT, DecoderHarness.TIMER);
  }

  /** All frames of a source that ends. */
  private static List<VideoFrame> all(LiveSource source, double fps)
      throws VideoException, InterruptedException {
    try (VideoDecoder decoder = watch(source, fps)) {
      List<VideoFrame> frames = new ArrayList<>();
      for (Optional<VideoFrame> f = decoder.next(); f.isPresent(); f = decoder.next()) {
        frames.add(f.get());
      }
      return frames;
    }
  }

  /** As a child process says it. */
  private static VideoException refusalByChild(LiveSource source) {
    return catchThrowableOfType(VideoException.class, () -> watch(source, 5).close());
  }

  private static long evenly(int pauseMs) {
    return pauseMs;
  }

  @Test
  void whatEverItsRateAsManyFramesAreTakenAsAreWanted() throws Exception {
    Map<String, IntToLongFunction> rates =
        Map.of(
            "5", i -> evenly(200),
            "10", i -> evenly(100),
            "30", i -> evenly(33),
            "50", i -> evenly(20),
            "uneven", i -> 20 + i * 7919L % 160);
    ExecutorService watchers = Executors.newFixedThreadPool(rates.size());
    try {
      Map<String, Future<Watched>> taken =
          rates.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      rate ->
                          watchers.submit(() -> watched("/" + rate.getKey(), rate.getValue()))));
      for (Map.Entry<String, Future<Watched>> entry : taken.entrySet()) {
        assertThat(entry.getValue().get().faults()).as(entry.getKey()).isEmpty();
      }
    } finally {
      watchers.shutdownNow();
    }
  }

  /** All frames of a source, of which {@link Watched#FPS} are wanted. */
  private Watched watched(String path, IntToLongFunction pauseMs)
      throws VideoException, InterruptedException {
    int whole = framesOf(pauseMs, 4_000);
    List<Long> sent = Collections.synchronizedList(new ArrayList<>());
    try (VideoDecoder decoder =
        watch(camera.source(path, parts(whole, pauseMs, sent::add)), Watched.FPS)) {
      List<Watched.Taken> taken = new ArrayList<>();
      for (Optional<VideoFrame> f = decoder.next(); f.isPresent(); f = decoder.next()) {
        taken.add(new Watched.Taken(f.get().index(), f.get().mediaTimeMs(), System.nanoTime()));
      }
      // the last has no end where a connection ends with it
      int decoded = decoder.end().decodedFrames();
      assertThat(decoded).as(path).isBetween(whole - 1, whole);
      return new Watched(sent.stream().limit(decoded).map(nanos -> nanos / 1e6).toList(), taken);
    }
  }

  private static int framesOf(IntToLongFunction pauseMs, int wholeMs) {
    int frames = 0;
    for (long ms = 0; ms < wholeMs; ms += pauseMs.applyAsLong(frames)) {
      frames++;
    }
    return frames;
  }

  @Test
  void aPictureIsFetchedAgainAndAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    LiveSource source =
        camera.source(
            "", "/snap.jpg", asked, exchange -> body("image/jpeg", jpeg(asked.get())).to(exchange));
    try (VideoDecoder decoder = watch(source, 20)) {
      assertThat(decoder.header().width()).isEqualTo(160);
      for (int i = 0; i < 10; i++) {
        assertThat(decoder.next()).isPresent();
      }
    }
    assertThat(asked.get()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void aPictureNeedsNoTypeAndNoLastTwoBytes() throws Exception {
    byte[] whole = jpeg(1);
    byte[] cut = Arrays.copyOf(whole, whole.length - 2);
    LiveSource source = camera.source("/snap", body("application/octet-stream", cut));
    try (VideoDecoder decoder = watch(source, 20)) {
      assertThat(decoder.next()).isPresent();
      assertThat(decoder.next()).isPresent();
    }
  }

  @Test
  void aPictureMayComeInPiecesOfAnyLengthAndOnlySoLarge() throws Exception {
    LiveSource chunked =
        camera.source(
            "/chunked",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write(jpeg(1));
            });
    try (VideoDecoder decoder = watch(chunked, 20)) {
      assertThat(decoder.next()).isPresent();
      assertThat(decoder.next()).isPresent();
    }
    byte[] huge = Arrays.copyOf(jpeg(1), (32 << 20) + 1);
    assertThat(SessionHarness.refusal(camera.source("/huge", body("image/jpeg", huge))))
        .hasMessageStartingWith("answers a picture of more than the 33554432 bytes");
  }

  @Test
  void aPictureThatBecomesAPageSaysSo() {
    AtomicInteger asked = new AtomicInteger();
    LiveSource source =
        camera.source(
            "",
            "/snap.jpg",
            asked,
            exchange ->
                (asked.get() < 4
                        ? body("image/jpeg", jpeg(asked.get()))
                        : body("text/html", "<html>log in</html>".getBytes(StandardCharsets.UTF_8)))
                    .to(exchange));
    VideoException ended = catchThrowableOfType(VideoException.class, () -> all(source, 20));
    assertThat(ended).hasMessageStartingWith("answers a page (text/html)");
  }

  @Test
  void userAndPasswordAreGivenAsTheCameraWantsThem() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    LiveSource source =
        camera.source(
            "me:p^ss w@rd@",
            "/digest",
            asked,
            exchange -> {
              String given = exchange.getRequestHeaders().getFirst("Authorization");
              if (given != null && isRight(given, "me", "p^ss w@rd", "/digest")) {
                body("image/jpeg", jpeg(asked.get())).to(exchange);
              } else {
                status(401, "WWW-Authenticate", DIGEST).to(exchange);
              }
            });
    try (VideoDecoder decoder = watch(source, 20)) {
      assertThat(decoder.next()).isPresent();
      assertThat(decoder.next()).isPresent();
    }
  }

  private static boolean isRight(String header, String user, String password, String path) {
    Map<String, String> given =
        Pattern.compile("(\\w+)=\"?([^\",]*)\"?")
            .matcher(header)
            .results()
            .collect(Collectors.toMap(m -> m.group(1), (MatchResult m) -> m.group(2), (a, b) -> b));
    String secret = md5(user + ":cam:" + password);
    String request = md5("GET:" + path);
    return given
        .getOrDefault("response", "")
        .equals(
            md5(
                String.join(
                    ":",
                    secret,
                    given.get("nonce"),
                    given.get("nc"),
                    given.get("cnonce"),
                    given.get("qop"),
                    request)));
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aWrongPasswordIsGivenOnceAndSaidSo() {
    AtomicInteger given = new AtomicInteger();
    LiveSource source =
        camera.source(
            "me:wrong@",
            "/live",
            new AtomicInteger(),
            exchange -> {
              given.addAndGet(exchange.getRequestHeaders().containsKey("Authorization") ? 1 : 0);
              status(401, "WWW-Authenticate", "Basic realm=\"cam\"").to(exchange);
            });
    VideoException refusal = refusalByChild(source);
    assertThat(refusal).hasMessage("answered 401: the user or the password is wrong");
    assertThat(refusal.kind()).isEqualTo(VideoException.Kind.UNAUTHORIZED);
    assertThat(given).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHORIZED, answered 401: it wants a user and a password",
    "403, UNAUTHORIZED, answered 403: this user may not watch it",
    "404, REFUSED, answered 404: there is no such path",
    "500, REFUSED, answered that something is wrong with itself",
    "302, REFUSED, redirects to an address that is not http://"
  })
  void aStatusIsSaidInASentence(int status, VideoException.Kind kind, String sentence) {
    VideoException refusal =
        SessionHarness.refusal(
            camera.source("/x", status(status, "Location", "https://127.0.0.1:1/x")));
    assertThat(refusal).hasMessageStartingWith(sentence);
    assertThat(refusal.kind()).isEqualTo(kind);
  }

  /** Such as the machine at which clouds tell their secrets; the same one may have moved it. */
  @Test
  void whatComesFromAnotherMachineIsNotTaken() {
    camera.source("/secret", body("image/jpeg", jpeg(1)));
    String there = "http://localhost:%d/secret".formatted(camera.port());

    assertThat(SessionHarness.refusal(camera.source("/x", status(302, "Location", there))))
        .hasMessageStartingWith("redirects elsewhere, to http://localhost:");
    assertThat(SessionHarness.refusal(camera.source("/y", status(302, "Location", "/page"))))
        .hasMessageStartingWith("answered 404");
  }

  /** FFmpeg would fetch each of its lines. */
  @ParameterizedTest
  @ValueSource(strings = {"video/mp2t", "video/mp4", "application/x-mpegURL", "text/plain"})
  void noAddressOfAPlaylistIsAsked(String type) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (CameraServer inside = new CameraServer()) {
      String there = inside.source("", "/secret", asked, body("video/mp2t", jpeg(1))).address();
      String playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n%s\n".formatted(there);

      assertThat(
              SessionHarness.refusal(
                  camera.source("/x", body(type, playlist.getBytes(StandardCharsets.UTF_8)))))
          .isNotNull();
    }
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, <html>log in</html>, answers a page (text/html)",
    "application/json, {}, answers a page (application/json)",
    "application/octet-stream, #EXTM3U, answers a playlist",
    "application/vnd.apple.mpegurl, x, answers a playlist",
    "image/png, PNG, answers a picture that is no JPEG (image/png)",
    "video/mp4, nonsense, sends nothing that can be read as a video"
  })
  void whatIsNoVideoIsSaidInASentence(String type, String text, String sentence) {
    assertThat(
            SessionHarness.refusal(
                camera.source("/x", body(type, text.getBytes(StandardCharsets.UTF_8)))))
        .hasMessageStartingWith(sentence);
  }

  @Test
  void aNameThatIsNowhereIsSaidInASentence() {
    assertThat(refusalByChild(LiveSource.of("http://me:secret@no_such.invalid/x").orElseThrow()))
        .hasMessage("has a name that cannot be found (no_such.invalid)");
  }
}
