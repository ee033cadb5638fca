package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardFileTest {
  @Test
  void whatCarriesAHashIsKeptForEver() {
    DashboardFile script = DashboardFile.named("main-VDH4O5BF.js").orElseThrow();
    assertThat(script.type()).isEqualTo("text/javascript; charset=utf-8");
    assertThat(script.cacheControl()).contains("immutable");
    assertThat(script.isText()).isTrue();
  }

  @Test
  void whatCarriesNoneIsAskedForAgain() {
    assertThat(DashboardFile.named("favicon.svg").orElseThrow().cacheControl())
        .doesNotContain("immutable");
  }

  @Test
  void aFontIsCompressedAlready() {
    DashboardFile font =
        DashboardFile.named("media/ibm-plex-sans-latin-400-normal-AB12CD34.woff2").orElseThrow();
    assertThat(font.isText()).isFalse();
    assertThat(font.type()).isEqualTo("font/woff2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jobs/4f802c17-bbee-4992-831b-fe74da4dc82d",
        "jobs/1.5",
        "index.html",
        "../web.xml",
        "media/../../web.js",
        "a/b/c/d/e.js",
        "main.js.gz"
      })
  void allElseIsARouteOfTheDashboard(String path) {
    assertThat(DashboardFile.named(path)).isEmpty();
  }
}
