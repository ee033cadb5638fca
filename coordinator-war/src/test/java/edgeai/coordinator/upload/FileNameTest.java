package edgeai.coordinator.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
  @ParameterizedTest
  @CsvSource({
    "drive.mp4, drive.mp4",
    "../../etc/passwd, passwd",
    "C:\\Users\\me\\drive.mp4, drive.mp4",
    "/tmp/drive.mp4, drive.mp4",
    "Straße 日本 🚗.mp4, Straße 日本 🚗.mp4",
    "' spaced .mp4 ', spaced .mp4",
    "...mp4, ...mp4"
  })
  void theLastPartOfTheNameIsShown(String name, String shown) {
    assertThat(FileName.shown(name)).isEqualTo(shown);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", ".", "..", "../", "a/", "\u0000", "\u202e", "a/..", "\ud83d"})
  void aNameThatIsNoneBecomesVideo(String name) {
    assertThat(FileName.shown(name)).isEqualTo("video");
  }

  @Test
  void whatCannotBePrintedIsLeftOut() {
    assertThat(FileName.shown("a\u0000b\r\nc\u202ed\u007f\u2028e.mp4")).isEqualTo("abcde.mp4");
  }

  @Test
  void aLineBreakHidesNoFolder() {
    assertThat(FileName.shown("a\n/../../etc/passwd")).isEqualTo("passwd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "日", "🚗"})
  void aLongNameKeepsItsEnd(String character) {
    String shown = FileName.shown(character.repeat(300) + ".mp4");

    assertThat(shown.codePointCount(0, shown.length())).isEqualTo(255);
    assertThat(shown).startsWith(character).endsWith(character + ".mp4");
  }
}
