package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsNegotiationTest {
  @ParameterizedTest(name = "JSON for {0}")
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "*/*",
        "application/json",
        "application/json, text/plain, */*",
        "text/plain, */*",
        "APPLICATION/JSON",
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
        "text/plain;q=0.5, application/json;q=0.5",
        "text/plain ; q=0.2 , application/json ; q=0.9",
        "text/html",
        "image/png",
        "application/*",
        "text/plain;q=nonsense",
        "text/plain;q=NaN",
        "application/json;charset=utf-8"
      })
  void jsonIsShown(String accept) {
    assertThat(MetricsNegotiation.wantsJson(accept)).isTrue();
  }

  @ParameterizedTest(name = "text for {0}")
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain; version=0.0.4",
        "text/plain;version=0.0.4;q=1,*/*;q=0.1",
        "Text/Plain;Q=0.9, */*;q=0.1",
        "application/openmetrics-text; version=1.0.0",
        "application/openmetrics-text;version=1.0.0;q=0.75,application/openmetrics-text;"
            + "version=0.0.1;q=0.5,text/plain;version=0.0.4;q=0.25,*/*;q=0.1",
        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;"
            + "q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
        "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
            + "application/openmetrics-text;version=0.0.1;q=0.5,"
            + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,"
            + "*/*;q=0.2",
        "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;"
            + "encoding=delimited;q=0.7,application/openmetrics-text;q=0.6,text/plain;q=0.5,"
            + "*/*;q=0.2",
        "application/json;q=0.1, text/plain",
        "application/json;q=NaN, text/plain"
      })
  void prometheusTextIsShown(String accept) {
    assertThat(MetricsNegotiation.wantsJson(accept)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {";", ",", ";;,;", "text/html,;", "q=1", "application/json;q=", "/"})
  void aMalformedHeaderIsAnsweredWithJson(String accept) {
    assertThat(MetricsNegotiation.wantsJson(accept)).isTrue();
  }
}
