package edgeai.coordinator.upload;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import edgeai.coordinator.job.JobOptions;
import edgeai.coordinator.settings.TestSettings;
import edgeai.settings.SkipStill;
import edgeai.settings.Tiles;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadOptionsTest {
  private static final List<String> LABELS =
      List.of("person", "bicycle", "car", "motorcycle", "traffic light", "Bus", "BUS");

  private final UploadOptions options = TestUploads.options(LABELS, false);

  private static void ask(UploadOptions options, String classes) {
    options.set("classes", classes);
    options.requireLabels();
  }

  @Test
  void labelsAreThoseOfTheModelThatIsAskedForInWhicheverOrder() {
    options.set("classes", "DOG");
    options.set("model", " animals ");
    assertThat(options.model()).isEqualTo(TestUploads.ANIMALS);
    assertThat(options.toJobOptions().classes()).isEqualTo(Set.of("dog"));
    options.set("classes", "car");
    assertThat(Problems.of(options::requireLabels))
        .isEqualTo(new Refused(422, "classes: the model animals has no car (nearest: cat, dog)."));
    assertThat(Problems.of(options::toJobOptions).status()).isEqualTo(422);
    assertThat(Problems.of(() -> options.set("model", "plants")))
        .isEqualTo(new Refused(422, "model: there is no model plants; there are animals."));
    options.set("model", "");
    assertThat(options.model()).isEqualTo(TestUploads.ANIMALS);
  }

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
    options.set("classes", "person");

    assertThat(options.toJobOptions().classes()).isEqualTo(Set.of("person"));
  }

  @Test
  void classesAreSpelledAsTheModelSpellsThem() {
    options.set("classes", " CAR ,Traffic Light,car,, Bus");
    assertThat(options.toJobOptions().classes()).isEqualTo(Set.of("car", "traffic light", "Bus"));
    options.set("classes", "bus");
    assertThat(options.toJobOptions().classes()).isEqualTo(Set.of("Bus", "BUS"));
    options.set("classes", " , ,");
    assertThat(options.toJobOptions().classes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"off, off", "SAFE, safe", " fast, fast", "0.05, 0.05", "1.0, 1", "'', off"})
  void framesThatShowNothingNewAreSkippedAsAsked(String asked, String option) {
    options.set("skip_still", asked);

    assertThat(options.toJobOptions().skipStill().written()).isEqualTo(option);
  }

  @Test
  void whichAreSkippedWhereNobodyAsksIsASettingAndWhoAsksWins() {
    SkipStill usual = TestSettings.with("SKIP_STILL", "fast").videos().skipStill();
    UploadOptions unasked = TestUploads.options(usual, LABELS, false);
    assertThat(unasked.toJobOptions().skipStill()).isEqualTo(SkipStill.FAST);
    unasked.set("skip_still", "off");
    assertThat(unasked.toJobOptions().skipStill()).isEqualTo(SkipStill.OFF);

    assertThat(TestSettings.with().videos().skipStill()).isEqualTo(SkipStill.OFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "1.1", "-0.1", "NaN", "safely"})
  void otherWaysToSkipThemAreRefused(String asked) {
    assertThat(Problems.of(() -> options.set("skip_still", asked)))
        .isEqualTo(
            new Refused(
                422,
                "skip_still must be off, safe, fast or a number from 0 to 1, not %s."
                    .formatted(asked)));
  }

  @ParameterizedTest
  @CsvSource({"1x1, WHOLE", "2X1, TWO", "' 3x2 ', SIX", "auto, AUTO", "'', WHOLE"})
  void framesAreCutAsAsked(String asked, Tiles tiles) {
    options.set("tiles", asked);

    assertThat(options.toJobOptions().tiles()).isEqualTo(tiles);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2x2", "off", "100x100", "-1x1"})
  void otherTilesAreRefused(String asked) {
    assertThat(Problems.of(() -> options.set("tiles", asked)))
        .isEqualTo(
            new Refused(422, "tiles must be 1x1, 2x1, 3x2 or auto, not %s.".formatted(asked)));
  }

  @ParameterizedTest
  @CsvSource({
    "unicorn, 'unicorn (nearest: person, car, bicycle)'",
    "2, '2 (nearest: car)'",
    "99, '99 (nearest: car, Bus, BUS)'",
    "carr, 'carr (nearest: car, Bus, BUS)'",
    "traffic_light, 'traffic_light (nearest: traffic light, bicycle, car)'",
    "'car,motorbike,x', 'motorbike (nearest: motorcycle, person, bicycle), no x (nearest: car, Bus, BUS)'"
  })
  void whatTheModelDoesNotHaveIsRefusedWithTheNearestNames(String classes, String described) {
    assertThat(Problems.of(() -> ask(options, classes)))
        .isEqualTo(new Refused(422, "classes: the model street has no " + described + "."));
  }

  @Test
  void aLongListOfUnknownOnesIsCutShort() {
    String many = IntStream.range(100, 130).mapToObj(i -> "y" + i).collect(Collectors.joining(","));
    assertThat(Problems.of(() -> ask(options, many + "," + "z".repeat(100))).detail())
        .endsWith("and none of 26 others.")
        .hasSizeLessThan(500);
  }

  @Test
  void whereWorkersHaveTheirOwnModelsAnyClassMayBeAskedFor() {
    UploadOptions open = TestUploads.options(LABELS, true);
    open.set("classes", "unicorn,CAR");
    assertThat(open.toJobOptions().classes()).isEqualTo(Set.of("unicorn", "car"));
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
    List<String> labels = IntStream.range(0, 500).mapToObj(i -> "c" + i).toList();
    UploadOptions large = TestUploads.options(labels, false);
    String most = String.join(",", labels);
    large.set("classes", most);

    assertThat(large.toJobOptions().classes()).hasSize(500);
    assertThat(Problems.of(() -> ask(options, most + ",one")).status()).isEqualTo(422);
    assertThat(Problems.of(() -> ask(options, "x".repeat(129))).detail())
        .isEqualTo("classes takes at most 500 labels of 128 characters.");
  }
}
