package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.FolderNames;
import edgeai.common.fixture.TestVideos;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A child that crashes, hangs or is no longer wanted. */
class DecoderFailureTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Not so short that a healthy frame could take as much of a processor. */
  private static final VideoLimits BRIEF =
      VideoLimits.DEFAULT.withTimeouts(Duration.ofSeconds(20), Duration.ofMillis(300));

  @TempDir static Path folder;
  private static Path video;

  /** More than fits into a pipe, so that the child is still there after the first frames. */
  @BeforeAll
  static void makeVideo() throws IOException {
    video = TestVideos.video(folder.resolve("a.avi")).size(640, 480).frames(100).write();
  }

  private static boolean alive(VideoDecoder decoder) {
    return ProcessHandle.of(decoder.pid()).map(ProcessHandle::isAlive).orElse(false);
  }

  private static void signal(String name, VideoDecoder decoder) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(decoder.pid())).start().waitFor();
  }

  private static VideoException failureOf(VideoDecoder decoder) {
    return (VideoException)
        catchThrowable(
            () -> {
              while (decoder.next().isPresent()) {
                assertThat(decoder.header()).isNotNull();
              }
            });
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aChildThatCrashes() throws Exception {
    try (VideoDecoder decoder = DecoderHarness.start(video)) {
      decoder.next();
      signal("KILL", decoder);
      VideoException failure = failureOf(decoder);
      assertThat(failure).hasMessage("made its decoder crash (exit 137)");
      assertThat(failure.kind()).isEqualTo(VideoException.Kind.BROKE_DECODER);
      assertThatThrownBy(decoder::next).isSameAs(failure);
      assertThatThrownBy(decoder::end).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aChildThatAborts() throws Exception {
    try (VideoDecoder decoder = DecoderHarness.start(video)) {
      decoder.next();
      signal("ABRT", decoder);
      assertThat(failureOf(decoder)).hasMessage("made its decoder crash (exit 134)");
    }
  }

  /** Old rules would have ended it: it gave no sign of life for many times its limit. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aChildThatGetsNoProcessorForAWhileIsWaitedFor() throws Exception {
    try (VideoDecoder decoder = DecoderHarness.start(video, 0, BRIEF)) {
      decoder.next();
      signal("STOP", decoder);
      CompletableFuture<Throwable> reader =
          CompletableFuture.supplyAsync(() -> catchThrowable(() -> readAll(decoder)));
      await().pollDelay(BRIEF.stallTimeout().multipliedBy(4)).until(() -> !reader.isDone());
      signal("CONT", decoder);
      assertThat(reader.get(1, TimeUnit.MINUTES)).isNull();
      assertThat(decoder.end().emittedFrames()).isEqualTo(100);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aChildThatStandsStillForGood() throws Exception {
    try (VideoDecoder decoder = DecoderHarness.start(video, 0, BRIEF)) {
      decoder.next();
      signal("STOP", decoder);
      VideoException failure = failureOf(decoder);
      assertThat(failure)
          .hasMessageMatching(
              "cannot be decoded at this moment: its decoder did next to nothing for \\d+ s, "
                  + "as on a machine that is overloaded");
      assertThat(failure.kind()).isEqualTo(VideoException.Kind.UNAVAILABLE);
      await().until(() -> !alive(decoder));
    }
  }

  @Test
  void aChildThatWorksAndGetsNowhere() {
    VideoLimits limits = VideoLimits.DEFAULT.withTimeouts(SECOND, SECOND);
    assertThatThrownBy(() -> startWith(Spins.class, limits))
        .isInstanceOfSatisfying(
            VideoException.class,
            e -> assertThat(e.kind()).isEqualTo(VideoException.Kind.BROKE_DECODER))
        .hasMessage("could not be opened within 1 s of processor time");
  }

  @Test
  void aChildThatTalksNonsense() {
    assertThatThrownBy(() -> startWith(Babbles.class, VideoLimits.DEFAULT))
        .hasMessage("made its decoder say something that makes no sense");
  }

  @Test
  void aChildThatCannotLoadItsLibraries() {
    assertThatThrownBy(
            () ->
                VideoDecoder.start(
                    withoutNatives(), video, 0, 90, VideoLimits.DEFAULT, DecoderHarness.TIMER))
        .isInstanceOfSatisfying(
            VideoException.class,
            e -> assertThat(e.kind()).isEqualTo(VideoException.Kind.UNAVAILABLE))
        .hasMessageContainingAll("jniavutil is missing", "--addlibs");
  }

  @Test
  void theFirstChildOfAServerSaysThatItCannotLoadThem() throws Exception {
    CompletableFuture<String> said = new CompletableFuture<>();
    try (SpareDecoder spare = new SpareDecoder(withoutNatives(), VideoLimits.DEFAULT)) {
      spare.prove(said::complete);

      assertThat(said.get(60, TimeUnit.SECONDS)).contains("jniavutil is missing");
    }
  }

  /** All jars but those that hold libraries for some machine. */
  private static DecoderCommand withoutNatives() {
    List<Path> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(jar -> !jar.toString().contains(Loader.getPlatform()))
            .toList();
    return DecoderCommand.in(folder.resolve("without natives"), jars);
  }

  @Test
  void aChildThatCannotStart() {
    DecoderCommand broken = DecoderCommand.in(folder, List.of(Path.of("no/such/place.jar")));
    assertThatThrownBy(
            () ->
                VideoDecoder.start(broken, video, 0, 90, VideoLimits.DEFAULT, DecoderHarness.TIMER))
        .isInstanceOfSatisfying(
            VideoException.class,
            e -> assertThat(e.kind()).isEqualTo(VideoException.Kind.UNAVAILABLE))
        .hasMessage("cannot be decoded: its decoder could not be started");
  }

  /** What it says goes into messages about a video. */
  @Test
  void aHealthyChildSaysNothing() throws Exception {
    DecoderProcess child = DecoderHarness.COMMAND.child(VideoLimits.DEFAULT);
    try {
      child.ask(SessionHarness.request(video));
      assertThat(child.read(1 << 20)).isInstanceOf(VideoHeader.class);
      assertThat(child.saidAtFirst()).isEmpty();
    } finally {
      child.end();
    }
  }

  @Test
  void aSlowReaderIsNoStall() throws Exception {
    VideoLimits limits = VideoLimits.DEFAULT.withTimeouts(Duration.ofSeconds(20), SECOND);
    try (VideoDecoder decoder = DecoderHarness.start(video, 0, limits)) {
      decoder.next();
      CountDownLatch never = new CountDownLatch(1);
      assertThat(never.await(1200, TimeUnit.MILLISECONDS)).isFalse();
      assertThat(decoder.next()).isPresent();
      assertThat(alive(decoder)).isTrue();
    }
  }

  @Test
  void closingEarlyKillsTheChildAndLeavesNothing() throws Exception {
    List<Path> before = logs();
    VideoDecoder decoder = DecoderHarness.start(video);
    decoder.next();
    assertThat(alive(decoder)).isTrue();
    decoder.close();
    decoder.close();
    await().until(() -> !alive(decoder));
    assertThatThrownBy(decoder::next).isInstanceOf(IllegalStateException.class);
    assertThat(logs()).isSubsetOf(before);
  }

  private static List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(DecoderHarness.COMMAND.folder())) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void closingFromAnotherThreadFreesTheReader() throws Exception {
    VideoDecoder decoder = DecoderHarness.start(video);
    signal("STOP", decoder);
    CompletableFuture<Throwable> reader =
        CompletableFuture.supplyAsync(() -> catchThrowable(() -> readAll(decoder)));
    await().pollDelay(Duration.ofMillis(200)).until(() -> !reader.isDone());
    decoder.close();
    assertThat(reader.get(5, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anInterruptEndsTheWaitAndTheChild() throws Exception {
    VideoDecoder decoder = DecoderHarness.start(video);
    signal("STOP", decoder);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread reader = new Thread(() -> thrown.set(catchThrowable(() -> readAll(decoder))));
    reader.start();
    await().until(() -> Stream.of(reader.getStackTrace()).anyMatch(f -> isRead(f)));
    reader.interrupt();
    reader.join(5000);
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    await().until(() -> !alive(decoder));
    decoder.close();
  }

  @Test
  void anInterruptBeforehandCountsToo() throws Exception {
    try (VideoDecoder decoder = DecoderHarness.start(video)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(decoder::next).isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theChildDoesNotOutliveItsParent() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                video.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long child = Long.parseLong(parent.inputReader().readLine());
    ProcessHandle handle = ProcessHandle.of(child).orElseThrow();
    assertThat(handle.isAlive()).isTrue();
    parent.destroyForcibly();
    await().atMost(Duration.ofSeconds(10)).until(() -> !handle.isAlive());
  }

  @Test
  void childrenMayUnpackAtOnceIntoAFolderOfAnyName(@TempDir Path fresh) {
    DecoderCommand command = DecoderCommand.in(fresh.resolve(FolderNames.WITH_EVERYTHING));
    Stream.of(1, 2, 3)
        .map(i -> CompletableFuture.supplyAsync(() -> header(command)))
        .toList()
        .forEach(header -> assertThat(header.join().width()).isEqualTo(640));
  }

  private static VideoHeader header(DecoderCommand command) {
    try (VideoDecoder decoder =
        VideoDecoder.start(command, video, 0, 90, VideoLimits.DEFAULT, DecoderHarness.TIMER)) {
      return decoder.header();
    } catch (VideoException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void readAll(VideoDecoder decoder) throws VideoException, InterruptedException {
    while (decoder.next().isPresent()) {
      assertThat(decoder.header()).isNotNull();
    }
  }

  private static boolean isRead(StackTraceElement frame) {
    return frame.getMethodName().equals("readBytes");
  }

  private static void startWith(Class<?> main, VideoLimits limits)
      throws VideoException, InterruptedException {
    DecoderCommand command =
        DecoderCommand.in(
                folder,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .toList())
            .running(main.getName());
    VideoDecoder.start(command, video, 0, 90, limits, DecoderHarness.TIMER).close();
  }

  /** A child that is at work and never says a word, on a busy machine too. */
  static final class Spins {
    private static final int THREADS = 8;

    public static void main(String[] arguments) {
      for (int i = 0; i < THREADS; i++) {
        new Thread(Spins::spin).start();
      }
    }

    private static void spin() {
      while (ProcessHandle.current().isAlive()) {
        Thread.onSpinWait();
      }
    }
  }

  /** A child that does not keep to the protocol. */
  static final class Babbles {
    public static void main(String[] arguments) throws InterruptedException {
      System.out.println("# A fatal error has been detected");
      System.out.flush();
      new CountDownLatch(1).await();
    }
  }

  /** A server that starts a decoder and is then killed. */
  static final class Parent {
    public static void main(String[] arguments) throws Exception {
      VideoDecoder decoder = DecoderHarness.start(Path.of(arguments[0]));
      System.out.println(decoder.pid());
      new CountDownLatch(1).await();
    }
  }
}
