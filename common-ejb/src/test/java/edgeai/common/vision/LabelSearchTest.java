package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelSearchTest {
  private final LabelSearch search =
      new LabelSearch(List.of("person", "bicycle", "car", "motorcycle", "bus", "truck", "Cat"));

  @Test
  void caseDoesNotMatter() {
    assertThat(search.find("car")).contains("car");
    assertThat(search.find("CAR")).contains("car");
    assertThat(search.find("cat")).contains("Cat");
    assertThat(search.find("cars")).isEmpty();
  }

  @Test
  void whatIsWrittenMostAlikeIsNearest() {
    assertThat(search.nearest("cars")).startsWith("car");
    assertThat(search.nearest("Lorry")).hasSize(3);
    assertThat(search.nearest("motorbicycle")).startsWith("motorcycle");
    assertThat(search.nearest("")).hasSize(3);
    assertThat(new LabelSearch(List.of()).nearest("car")).isEmpty();
  }
}
