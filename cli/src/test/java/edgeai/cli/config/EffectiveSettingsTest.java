package edgeai.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import edgeai.settings.Catalogue;
import edgeai.settings.Program;
import edgeai.settings.SettingSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EffectiveSettingsTest {
  private static EffectiveSettings of(Map<String, String> variables, Program program) {
    return EffectiveSettings.of(
        SettingSource.environment(variables::get), Optional.ofNullable(program));
  }

  private static String text(Map<String, String> variables, Program program) {
    return of(variables, program).lines(false).collect(Collectors.joining("\n"));
  }

  @Test
  void allAreShownOrThoseOfOneServer() {
    assertThat(of(Map.of(), null).settings()).hasSameSizeAs(Catalogue.all());
    assertThat(of(Map.of(), Program.ADMIN).settings())
        .extracting(EffectiveSetting::name)
        .contains("PORT", "MAX_CAMERAS")
        .doesNotContain("SAMPLE_FPS");
  }

  @Test
  void aLineHasValueAndOriginAndTheNextOneTheMeaning() {
    List<String> lines = of(Map.of("PORT", "9000"), Program.ADMIN).lines(false).toList();

    assertThat(lines.get(2)).matches("PORT +9000 +from environment");
    assertThat(lines.get(3)).isEqualTo("    its port (a whole number from 1 to 65535); admin");
  }

  @Test
  void whatCountsByItselfIsShownAsItIs() {
    assertThat(text(Map.of("INFER_CALLERS", "1000000", "PORT", "9002"), Program.WORKER))
        .containsPattern("WORKER_ID +\\S+-9002 +from default")
        .containsPattern("MODEL +\\(its coordinator's; .*\\) +from default")
        .contains("NOT VALID: INFER_CALLERS=1000000 is not valid: a whole number from 1 to 256");
  }

  @Test
  void aPasswordIsShownNowhere() {
    Map<String, String> camera = Map.of("CAMERA_SOURCE", "rtsp://me:SECRET@10.0.0.9/SECRET");

    assertThat(text(camera, Program.CAMERA))
        .containsPattern("CAMERA_SOURCE +rtsp://\\.\\.\\. ")
        .doesNotContain("SECRET", "me:");
    assertThat(of(camera, Program.CAMERA).lines(true).collect(Collectors.joining()))
        .doesNotContain("SECRET", "me:");
    assertThat(text(Map.of("CAMERA_SOURCE", "me:SECRET@10.0.0.9"), Program.CAMERA))
        .doesNotContain("SECRET");
    assertThat(text(Map.of("CAMERA_SOURCE", "0"), Program.CAMERA))
        .containsPattern("CAMERA_SOURCE +0 ");
  }

  @Test
  void aBadValueIsNamedAndTheOthersAreShown() {
    EffectiveSettings settings = of(Map.of("PORT", "http"), Program.COORDINATOR);

    assertThat(settings.areUsable()).isFalse();
    assertThat(of(Map.of(), Program.COORDINATOR).areUsable()).isTrue();
    assertThat(text(Map.of("PORT", "http"), Program.COORDINATOR))
        .contains("    NOT VALID: PORT=http is not valid: a whole number from 1 to 65535")
        .contains("SAMPLE_FPS");
  }

  @Test
  void programsReadTheSame() throws JsonProcessingException {
    JsonNode json =
        new ObjectMapper()
            .readTree(
                of(Map.of("PORT", "9000"), Program.ADMIN)
                    .lines(true)
                    .collect(Collectors.joining("\n")));

    assertThat(json).hasSameSizeAs(Catalogue.of(Program.ADMIN));
    assertThat(json.get(1).get("name").asText()).isEqualTo("PORT");
    assertThat(json.get(1).get("value").asText()).isEqualTo("9000");
    assertThat(json.get(1).get("source").asText()).isEqualTo("environment");
    assertThat(json.get(1).get("line").isNull()).isTrue();
  }
}
