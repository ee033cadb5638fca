package edgeai.common.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import edgeai.common.error.Conflict;
import edgeai.common.error.Unavailable;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.TestThreads;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.PixelPicture;
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
      return new ModelCard(name, name, List.of(), 64, 64, "cpu", null, null, 0.3, null);
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

  private static InferenceOutcome infer(EngineInUse engines, OptionalDouble asked) {
    try (EngineLease engine = engines.lease(Optional.empty())) {
      return engine.infer(PIXEL, asked);
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

    assertThat(infer(inUse, USUAL).processingTimeMs()).isEqualTo(5);

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
    infer(inUse, OptionalDouble.of(0.9));
    assertThat(engine.confidence).isEqualTo(0.9);

    EngineInUse set = new EngineInUse(Optional.of(0.6), clock);
    set.use(engine);
    infer(set, USUAL);
    assertThat(engine.confidence).isEqualTo(0.6);
    set.infer(PICTURE, OptionalDouble.of(0.9));
    assertThat(engine.confidence).isEqualTo(0.9);
  }

  @Test
  void aModelThatIsNotOpenInfersNothing() {
    inUse.use(new TestEngine("a").free());

    assertThatThrownBy(() -> inUse.infer(PICTURE, USUAL, Optional.of("b")))
        .isInstanceOf(Conflict.class)
        .hasMessage("This worker's model is a, not b.");
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

      inUse.use(second);

      assertThat(inUse.infer(PICTURE, USUAL).model()).isEqualTo("second");
      assertThat(first.closed).isFalse();
      first.free();
      assertThat(picture.get().model()).isEqualTo("first");
    }
    await().until(() -> first.closed);
    assertThat(second.closed).isFalse();
  }

  @Test
  void severalModelsAnswerBesideEachOther() throws Exception {
    TestEngine first = new TestEngine("a1").free();
    TestEngine second = new TestEngine("b2").free();
    inUse.use(first);
    inUse.keep(List.of("a1"));
    inUse.use(second);

    assertThat(inUse.open()).containsExactly("b2", "a1");
    assertThat(inUse.infer(PICTURE, USUAL).model()).isEqualTo("b2");
    assertThat(inUse.infer(PICTURE, USUAL, Optional.of("A1")).model()).isEqualTo("a1");
    assertThat(inUse.infer(PICTURE, USUAL, Optional.of("b2")).model()).isEqualTo("b2");
    inUse.use("a1");
    assertThat(inUse.infer(PICTURE, USUAL).model()).isEqualTo("a1");
    assertThat(second.closed).isTrue();
    assertThatThrownBy(() -> inUse.infer(PICTURE, USUAL, Optional.of("b2")))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void oneThatIsOpenAlreadyIsNotOpenedTwice() {
    TestEngine first = new TestEngine("a");
    TestEngine again = new TestEngine("a");
    inUse.use(first);

    inUse.add(again);

    assertThat(again.closed).isTrue();
    assertThat(first.closed).isFalse();
    assertThat(inUse.open()).containsExactly("a");
  }

  @Test
  void whoHasAnEngineKeepsItOpen() {
    TestEngine first = new TestEngine("first");
    inUse.use(first);
    EngineLease lease = inUse.lease(Optional.of("first"));

    inUse.use(new TestEngine("second"));

    assertThat(lease.infer(PIXEL, USUAL).model()).isEqualTo("first");
    assertThat(first.closed).isFalse();
    lease.close();
    assertThat(first.closed).isTrue();
    assertThatThrownBy(() -> lease.infer(PIXEL, USUAL)).isInstanceOf(Unavailable.class);
  }

  @Test
  void whatIsUnderWayIsFinishedAtTheEnd() {
    TestEngine first = new TestEngine("first");
    TestEngine second = new TestEngine("second");
    inUse.use(first);
    inUse.add(second);
    EngineLease lease = inUse.lease(Optional.of("second"));

    inUse.close();

    assertThat(first.closed).isTrue();
    assertThat(lease.infer(PIXEL, USUAL).model()).isEqualTo("second");
    lease.close();
    assertThat(second.closed).isTrue();
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
