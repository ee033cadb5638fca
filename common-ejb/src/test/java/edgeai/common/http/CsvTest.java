package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "car|car",
        "traffic light|traffic light",
        "a,b|\"a,b\"",
        "a\"b|\"a\"\"b\"",
        "=1+1|'=1+1",
        "+1|'+1",
        "-1|'-1",
        "@sum|'@sum",
        "=a,b|\"'=a,b\"",
        "a=b|a=b",
        "##|##"
      })
  void aValueIsQuotedAndAFormulaDefused(String value, String expected) {
    assertThat(Csv.quoted(value)).isEqualTo(expected);
  }

  @Test
  void aLineBreakIsQuotedAndHidesNoFormula() {
    assertThat(Csv.quoted("a\nb")).isEqualTo("\"a\nb\"");
    assertThat(Csv.quoted("=a\nb")).isEqualTo("\"'=a\nb\"");
    assertThat(Csv.quoted("\r=a")).isEqualTo("\"'\r=a\"");
  }
}
