package edgeai.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
  private static final SettingReader UNSET = new SettingReader(name -> null);

  private static Stream<Setting<?>> settings() {
    return Catalogue.all().stream();
  }

  @ParameterizedTest
  @EnumSource
  void toOneProgramANameMeansOneThing(Program program) {
    assertThat(Catalogue.of(program))
        .isNotEmpty()
        .extracting(Setting::name)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aSettingSaysWhatItIsFor(Setting<?> setting) {
    assertThat(setting.name()).matches("[A-Z][A-Z_]*[A-Z]");
    assertThat(setting.programs()).isNotEmpty();
    assertThat(setting.meaning()).isNotBlank().doesNotEndWith(".").doesNotContain("|");
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aDefaultIsAllowed(Setting<?> setting) {
    allowsItsDefault(setting);
  }

  private static <T> void allowsItsDefault(Setting<T> setting) {
    UNSET
        .find(setting)
        .ifPresent(
            value -> {
              String written = setting.kind().written(value);
              assertThat(new SettingReader(Map.of(setting.name(), written)::get).value(setting))
                  .isEqualTo(value);
            });
  }

  @Test
  void whatOneNameAllowsIsTheSameForAllWhoReadIt() {
    Map<String, Set<String>> allowed =
        settings()
            .collect(
                Collectors.groupingBy(
                    Setting::name,
                    Collectors.mapping(setting -> setting.kind().allowed(), Collectors.toSet())));

    assertThat(allowed.values()).allMatch(words -> words.size() == 1);
  }

  @Test
  void theNamesOfTheContractAreThere() {
    assertThat(Catalogue.of(Program.COORDINATOR))
        .extracting(Setting::name)
        .contains(
            "HOST PORT CORS_ORIGINS CONFIDENCE_THRESHOLD JPEG_QUALITY STREAM_TIMEOUT ADMIN_URL"
                .split(" "))
        .contains("CAMERA_ID CAMERA_NAME ALERT_CONFIDENCE".split(" "))
        .contains("ALERT_CONGESTION_THRESHOLD ALERT_SLOW_INFERENCE_MS".split(" "));
    assertThat(Catalogue.of(Program.ADMIN))
        .extracting(Setting::name)
        .contains("HOST PORT CORS_ORIGINS CAMERA_HEARTBEAT_TIMEOUT".split(" "));
    assertThat(Catalogue.of(Program.WORKER))
        .extracting(Setting::name)
        .contains("COORDINATOR_URL WORKER_ID PORT CONFIDENCE_THRESHOLD".split(" "));
  }

  @Test
  void aDefaultInWordsIsShort() {
    assertThat(ServerCatalogue.COORDINATOR_PORT.defaultInWords()).isEqualTo("8000");
    assertThat(InferenceCatalogue.CONFIDENCE_THRESHOLD.defaultInWords())
        .isEqualTo("the model's own, else 0.4");
    assertThat(JobCatalogue.SAMPLE_FPS.defaultInWords()).isEqualTo("5");
    assertThat(JobCatalogue.JOB_RETENTION_DAYS.defaultInWords()).isEqualTo("30");
    assertThat(JobCatalogue.MAX_UPLOAD_BYTES.defaultInWords()).isEqualTo("4 GiB");
  }

  @Test
  void everyConstantIsInTheCatalogue() {
    List<Setting<?>> constants =
        Stream.of(
                ServerCatalogue.class,
                LogCatalogue.class,
                AccessCatalogue.class,
                DatabaseCatalogue.class,
                OidcCatalogue.class,
                InferenceCatalogue.class,
                JobCatalogue.class,
                AlertCatalogue.class,
                WorkerCatalogue.class,
                CameraCatalogue.class,
                AdminCatalogue.class)
            .flatMap(type -> Arrays.stream(type.getFields()))
            .filter(field -> field.getType() == Setting.class)
            .<Setting<?>>map(
                field -> {
                  try {
                    return (Setting<?>) field.get(null);
                  } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                  }
                })
            .toList();

    assertThat(Catalogue.all()).containsExactlyInAnyOrderElementsOf(constants);
  }
}
