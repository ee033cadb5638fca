package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassNamesTest {

  @Test
  void readsADictionary() {
    assertThat(ClassNames.parse("{0: 'person', 1: \"driver's seat\", 2: 'car'}"))
        .containsExactly("person", "driver's seat", "car");
  }

  @Test
  void readsAListAndAnythingBetweenTheTokens() {
    assertThat(ClassNames.parse(" [ 'a' ,\n 'b', ] ")).containsExactly("a", "b");
    assertThat(ClassNames.parse("{ '0' : 'a' , \"1\":'b',}")).containsExactly("a", "b");
  }

  @Test
  void readsEmptyOnes() {
    assertThat(ClassNames.parse("{}")).isEmpty();
    assertThat(ClassNames.parse("[]")).isEmpty();
  }

  @Test
  void goesByTheIndexNotByTheOrder() {
    assertThat(ClassNames.parse("{2: 'c', 0: 'a'}")).containsExactly("a", "class 1", "c");
  }

  @Test
  void understandsEscapes() {
    assertThat(
            ClassNames.parse("['it\\'s', 'a\\\\b', 'caf\\xe9', '\\u00fc', '\\U0001F697', 'a\\tb']"))
        .containsExactly("it's", "a\\b", "café", "ü", "\uD83D\uDE97", "a b");
  }

  @Test
  void keepsCommasBracesAndColonsInNames() {
    assertThat(ClassNames.parse("{0: 'a, b', 1: '{x: 1}', 2: '日本'}"))
        .containsExactly("a, b", "{x: 1}", "日本");
  }

  @Test
  void givesLabelsThatCanBeShown() {
    assertThat(ClassNames.parse("['', '  ', '\\n']"))
        .containsExactly("class 0", "class 1", "class 2");
    assertThat(ClassNames.parse("['" + "x".repeat(200) + "']").get(0)).hasSize(128);
  }

  @Test
  void numbersClassesWithoutNames() {
    assertThat(ClassNames.numbered(2)).containsExactly("class 0", "class 1");
    assertThat(ClassNames.numbered(0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "person, car",
        "{",
        "{0",
        "{0:",
        "{0: 'a",
        "{0: a}",
        "{0: 'a' 1: 'b'}",
        "{x: 'a'}",
        "{-1: 'a'}",
        "{99999999999: 'a'}",
        "{0: 'a', 0: 'b'}",
        "['a'",
        "['\\",
        "['\\x4']",
        "['\\uzzzz']",
        "['\\Uffffffff']",
        "['a']]",
        "{0: 'a'} and more"
      })
  void refusesWhatMakesNoSense(String literal) {
    assertThatThrownBy(() -> ClassNames.parse(literal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("String index");
  }
}
