package edgeai.coordinator.upload;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.PlainResponses;
import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import edgeai.coordinator.job.JobOptions;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PlainResponses.class)
class UploadOptionsTest {
  private final UploadOptions options = new UploadOptions(5);

  @Test
  void nothingAskedForIsTheUsual() {
    assertThat(options.toJobOptions())
        .isEqualTo(new JobOptions(5, OptionalDouble.empty(), Set.of()));
  }

  @Test
  void whatIsAskedForCounts() {
    options.set("sample_fps", " 2.5 ");
    options.set("confidence", "0.25");
    options.set("classes", "car, traffic light,,car");

    assertThat(options.toJobOptions())
        .isEqualTo(new JobOptions(2.5, OptionalDouble.of(0.25), Set.of("car", "traffic light")));
  }

  @Test
  void zeroMeansEveryFrame() {
    options.set("sample_fps", "0");

    assertThat(options.toJobOptions().sampleFps()).isZero();
  }

  @Test
  void theLaterWins() {
    options.set("classes", "car");
    options.set("classes", "bus");

    assertThat(options.toJobOptions().classes()).isEqualTo(Set.of("bus"));
  }

  @Test
  void emptyAndUnknownOnesAreLeftOut() {
    options.set("sample_fps", " ");
    options.set("confidence", "");
    options.set("nonsense", "NaN");

    assertThat(options.toJobOptions().sampleFps()).isEqualTo(5);
    assertThat(options.toJobOptions().confidence()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1000.1", "NaN", "Infinity", "fast", "1,5"})
  void aRateThatIsNoneIsRefused(String value) {
    assertThat(Problems.of(() -> options.set("sample_fps", value)))
        .isEqualTo(
            new Refused(422, "sample_fps must be a number from 0 to 1000, not " + value + "."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1.1", "NaN", "half"})
  void aConfidenceThatIsNoneIsRefused(String value) {
    assertThat(Problems.of(() -> options.set("confidence", value)).detail())
        .isEqualTo("confidence must be a number from 0 to 1, not " + value + ".");
  }

  @Test
  void theMessageShowsTheValueCutShort() {
    assertThat(Problems.of(() -> options.set("confidence", "x".repeat(100))).detail())
        .endsWith("not " + "x".repeat(40) + "….");
  }

  @Test
  void classesAreBounded() {
    String most = IntStream.range(0, 500).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    options.set("classes", most);

    assertThat(options.toJobOptions().classes()).hasSize(500);
    assertThat(Problems.of(() -> options.set("classes", most + ",one")).status()).isEqualTo(422);
    assertThat(Problems.of(() -> options.set("classes", "x".repeat(129))).detail())
        .isEqualTo("classes takes at most 500 labels of 128 characters.");
  }
}
