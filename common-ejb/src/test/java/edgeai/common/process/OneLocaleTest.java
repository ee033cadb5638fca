package edgeai.common.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.NumberFormat;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLocaleTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  private static String figures() {
    return "%.1f %,d %tT %s %s"
        .formatted(
            1234.5,
            9876,
            LocalTime.of(7, 8),
            "FILE".toLowerCase(),
            NumberFormat.getInstance().format(0.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fa-IR", "ar-EG", "tr-TR", "de-DE"})
  void wordsAndFiguresAreTheSameWhateverTheMachineSpeaks(String tag) {
    Locale.setDefault(Locale.forLanguageTag(tag));
    Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag(tag));
    assertThat(figures())
        .as("as the machine has it")
        .isNotEqualTo("1234.5 9,876 07:08:00 file 0.5");
    new OneLocale().begin(null);
    assertThat(figures()).isEqualTo("1234.5 9,876 07:08:00 file 0.5");
  }

  @Test
  void serversHaveItBeforeTheirFirstBean() throws Exception {
    try (var names =
        OneLocale.class.getResourceAsStream(
            "/META-INF/services/jakarta.enterprise.inject.spi.Extension")) {
      assertThat(new String(names.readAllBytes())).contains(OneLocale.class.getName());
    }
  }
}
