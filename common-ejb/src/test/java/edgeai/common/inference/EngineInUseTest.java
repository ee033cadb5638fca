package edgeai.common.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.TestThreads;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.PixelPicture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EngineInUseTest {
  private static final EncodedPicture PICTURE = EncodedPicture.of(new byte[3]);
  private static final PixelPicture PIXEL = new PixelPicture(new byte[3], 1, 1, 640, 480);
  private static final OptionalDouble USUAL = OptionalDouble.empty();

  private final MutableClock clock = new MutableClock();
  private final EngineInUse inUse = new EngineInUse(Optional.empty(), clock);

  private static final class TestEngine implements Engine {
    private final String name;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile int proved;
    private volatile double confidence;

    TestEngine(String name) {
      this.name = name;
    }

    @Override
    public ModelCard card() {
      return new ModelCard(name, name, List.of(), 64, 64, "cpu", null, 0.3, null);
    }

    @Override
    public InferenceOutcome infer(EncodedPicture picture, double confidence) {
      this.confidence = confidence;
      begun.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (closed) {
        throw new IllegalStateException(name + " is closed");
      }
      return new InferenceOutcome(List.of(), 12.34, name);
    }

    @Override
    public InferenceOutcome infer(PixelPicture picture, double confidence) {
      this.confidence = confidence;
      return new InferenceOutcome(List.of(), 5, name);
    }

    @Override
    public void prove(EncodedPicture picture) {
      proved++;
    }

    @Override
    public void close() {
      closed = true;
    }

    TestEngine free() {
      go.countDown();
      return this;
    }
  }

  @Test
  void withoutAnEngineNothingIsInferred() {
    assertThat(inUse.card()).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> inUse.infer(PICTURE, USUAL))
        .withMessage("there is no model yet");
    assertThat(inUse.figures().pictures()).isZero();
    inUse.close();
  }

  @Test
  void picturesAreCountedAndTimed() throws Exception {
    inUse.use(new TestEngine("a").free());

    assertThat(inUse.infer(PICTURE, USUAL).roundedMs()).isEqualTo(12.3);

    assertThat(inUse.figures().pictures()).isOne();
    assertThat(inUse.figures().latency().avgMs()).isEqualTo(12.3);
    assertThat(inUse.figures().last()).contains(clock.instant());
  }

  @Test
  void pixelsAreCountedAndTimed() {
    inUse.use(new TestEngine("a"));

    assertThat(inUse.infer(PIXEL, USUAL, card -> {}).processingTimeMs()).isEqualTo(5);

    assertThat(inUse.figures().pictures()).isOne();
    assertThatThrownBy(
            () ->
                inUse.infer(
                    PIXEL,
                    USUAL,
                    card -> {
                      throw new IllegalArgumentException("not " + card.name());
                    }))
        .hasMessage("not a");
    assertThat(inUse.figures().pictures()).isOne();
  }

  @Test
  void whatIsAskedForCountsThenWhatIsSetThenWhatTheModelSays() throws Exception {
    TestEngine engine = new TestEngine("a").free();
    inUse.use(engine);

    inUse.infer(PICTURE, OptionalDouble.of(0));
    assertThat(engine.confidence).isZero();
    inUse.infer(PICTURE, USUAL);
    assertThat(engine.confidence).isEqualTo(0.3);
    inUse.infer(PIXEL, OptionalDouble.of(0.9), card -> {});
    assertThat(engine.confidence).isEqualTo(0.9);

    EngineInUse set = new EngineInUse(Optional.of(0.6), clock);
    set.use(engine);
    set.infer(PIXEL, USUAL, card -> {});
    assertThat(engine.confidence).isEqualTo(0.6);
    set.infer(PICTURE, OptionalDouble.of(0.9));
    assertThat(engine.confidence).isEqualTo(0.9);
  }

  @Test
  void aModelThatWillNotDoInfersNothing() {
    inUse.use(new TestEngine("a").free());

    assertThatThrownBy(
            () ->
                inUse.infer(
                    PICTURE,
                    USUAL,
                    card -> {
                      throw new IllegalArgumentException("not " + card.name());
                    }))
        .hasMessage("not a");
    assertThat(inUse.figures().pictures()).isZero();
  }

  @Test
  void aPictureIsFinishedByTheEngineThatBeganIt() throws Exception {
    TestEngine first = new TestEngine("first");
    TestEngine second = new TestEngine("second").free();
    inUse.use(first);
    try (TestThreads threads = new TestThreads()) {
      Future<InferenceOutcome> picture =
          threads.managed().submit(() -> inUse.infer(PICTURE, USUAL));
      first.begun.await();
      Future<?> change = threads.managed().submit(() -> inUse.use(second));
      await().during(Duration.ofMillis(100)).until(() -> !first.closed && !change.isDone());

      first.free();

      assertThat(picture.get().model()).isEqualTo("first");
      change.get();
    }
    assertThat(first.closed).isTrue();
    assertThat(inUse.infer(PICTURE, USUAL).model()).isEqualTo("second");
    assertThat(second.closed).isFalse();
  }

  @Test
  void theCanaryGoesThroughWhicheverIsInUseAndCountsForNothing() {
    TestEngine first = new TestEngine("first");
    TestEngine second = new TestEngine("second");
    var canary = inUse.canary(Runnable::run);
    assertThat(canary.verdict().reason()).contains("there is no model yet");
    inUse.use(first);
    inUse.use(second);
    clock.advanceSeconds(10);

    assertThat(canary.verdict().infers()).isTrue();

    assertThat(first.proved).isZero();
    assertThat(second.proved).isOne();
    assertThat(inUse.figures().pictures()).isZero();
  }
}
