package edgeai.worker.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.vision.ModelCard;
import edgeai.settings.InvalidSettingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountedClassesTest {
  private static final ModelCard MODEL =
      new ModelCard(
          "street",
          "0".repeat(64),
          List.of("person", "car", "bus"),
          640,
          640,
          "cpu",
          null,
          null,
          0.4,
          null);
  private static final Map<String, Integer> SEEN = Map.of("person", 7, "car", 2);

  private static Map<String, Integer> counted(String... written) {
    CountedClasses classes = new CountedClasses(List.of(written));
    classes.lookUp(MODEL);
    return classes.of(SEEN);
  }

  @Test
  void allCountWhereNoneIsNamed() {
    assertThat(counted()).isEqualTo(SEEN);
  }

  @Test
  void onlyThoseNamedCountWhateverTheirCase() {
    assertThat(counted("Car", "BUS")).isEqualTo(Map.of("car", 2));
    assertThat(counted("bus")).isEmpty();
  }

  @Test
  void nothingCountsBeforeTheModelIsKnown() {
    assertThat(new CountedClasses(List.of("car")).of(SEEN)).isEmpty();
  }

  @Test
  void aNameThatTheModelDoesNotHaveIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> counted("car", "busses"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "CAMERA_CLASSES=busses is not valid: classes of the model street, which has no such one"
                + " (the nearest are bus, person, car)");
  }

  @Test
  void anotherModelThatIsSwitchedToCountsWhatItHas() {
    CountedClasses counted = new CountedClasses(List.of("person", "bus"));
    counted.lookUp(MODEL);

    assertThat(
            counted.follow(
                new ModelCard(
                    "other",
                    "1".repeat(64),
                    List.of("person"),
                    64,
                    64,
                    "cpu",
                    null,
                    null,
                    0.4,
                    null)))
        .containsExactly("bus");

    assertThat(counted.of(Map.of("person", 2, "bus", 1))).isEqualTo(Map.of("person", 2));
    assertThat(counted.follow(MODEL)).isEmpty();
    assertThat(counted.of(Map.of("bus", 1))).isEqualTo(Map.of("bus", 1));
  }
}
