package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Observability;
import edgeai.systemtests.fixture.Promtool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Prometheus itself thinks of the project's files for it. */
class PrometheusFilesTest {
  @BeforeAll
  static void requirePrometheus() {
    Promtool.require();
  }

  private static void requireSound(String... arguments) {
    Promtool.Verdict verdict = Promtool.judge(arguments);
    assertThat(verdict.status()).as(verdict.said()).isZero();
  }

  @Test
  void configurationAndRulesCanBeRead() {
    requireSound("check", "config", "prometheus.yml");
    requireSound("check", "rules", Observability.RULES);
  }

  @Test
  void eachRuleFiresInTheBadCaseAndNotInTheGoodOne() {
    requireSound("test", "rules", "alerts.test.yml");
    assertThat(Observability.named("alerts.test.yml", "alertname"))
        .isNotEmpty()
        .isEqualTo(Observability.named(Observability.RULES, "alert"));
  }
}
