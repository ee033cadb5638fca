package edgeai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditEntryTest {
  private static final Instant AT = Instant.parse("2026-11-29T08:00:00.123456Z");

  private static AuditEntry about(String thing) {
    AuditActor anna = new AuditActor("anna", "account", "operator", "10.0.0.7", "");
    return AuditEntry.once(AT, "coordinator", anna, "DELETE /jobs/{id}", thing, 200, "");
  }

  @Test
  void itIsALineOfJson() {
    assertThat(about("a1b2").line())
        .isEqualTo(
            """
            {"at":"2026-11-29T08:00:00.123Z","server":"coordinator","who":"anna","proof":"account",\
            "role":"operator","from":"10.0.0.7","forwarded_for":"","what":"DELETE /jobs/{id}",\
            "thing":"a1b2","status":200,"detail":"","times":1}\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\nb', a<000a>b",
    "'a\r\nb', a<000d><000a>b",
    "'a\u001b[31mb', a<001b>[31mb",
    "'a\u0000b', a<0000>b",
    "'a\u0085b', a<0085>b",
    "'a\u2028b', a<2028>b",
    "'a\u202eb', a<202e>b",
    "'a\ud800b', a<d800>b",
    "'Straße 東 🚚', 'Straße 東 🚚'"
  })
  void nothingInItEndsALineOrMovesACursor(String sent, String shown) {
    assertThat(about(sent).thing()).isEqualTo(shown);
    assertThat(about(sent).line()).contains("\"thing\":\"%s\"".formatted(shown)).hasLineCount(1);
  }

  @Test
  void nothingInItEndsAText() {
    assertThat(about("x\",\"who\":\"root\\").line())
        .contains("\"thing\":\"x\\\",\\\"who\\\":\\\"root\\\\\",\"status\"");
  }

  @Test
  void itIsBounded() {
    String endless = "\u0001".repeat(100_000);
    AuditActor actor = new AuditActor(endless, endless, endless, endless, endless);
    String line = AuditEntry.once(AT, endless, actor, endless, endless, 200, endless).line();
    assertThat(line.length()).isLessThan(12_000);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "200, false", "303, false", "400, true", "401, true", "503, true"})
  void fromFourHundredOnNothingCameOfIt(int status, boolean refused) {
    AuditActor actor = AuditActor.ITSELF;
    assertThat(AuditEntry.once(AT, "admin", actor, "x", "", status, "").isRefused())
        .isEqualTo(refused);
  }
}
