package edgeai.common.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricFamiliesTest {
  @Test
  void putsAFamilyTogetherAndKeepsEachSampleOnce() {
    String scattered =
        """
        # TYPE a_total counter
        # HELP a_total What a counts.
        a_total{x="1"} 1.0
        # TYPE b summary
        b{quantile="0.5"} 3
        b_sum 6
        b_count 2
        a_total{x="2"} 5
        # TYPE a_total counter
        a_total{x="1"} 2.0
        """;
    assertThat(MetricFamilies.tidy(scattered))
        .isEqualTo(
            """
            # TYPE a_total counter
            # HELP a_total What a counts.
            a_total{x="1"} 1.0
            a_total{x="2"} 5
            # TYPE b summary
            b{quantile="0.5"} 3
            b_sum 6
            b_count 2
            """);
  }

  @Test
  void namesAreConventionalAndLabelsStayAsTheyAre() {
    String platform =
        """
        # TYPE thread_daemonCount_count gauge
        # HELP thread_daemonCount_count The thread_daemonCount_count.
        thread_daemonCount_count{aName="bValue_count"} 68.0
        # TYPE callTimes_seconds summary
        callTimes_seconds{quantile="0.5"} 3
        callTimes_seconds_count 2
        """;
    assertThat(MetricFamilies.tidy(platform))
        .isEqualTo(
            """
            # TYPE thread_daemon_count_current gauge
            # HELP thread_daemon_count_current The thread_daemonCount_count.
            thread_daemon_count_current{aName="bValue_count"} 68.0
            # TYPE call_times_seconds summary
            call_times_seconds{quantile="0.5"} 3
            call_times_seconds_count 2
            """);
  }

  @Test
  void dropsCommentsWithoutASampleAndKeepsSamplesWithoutAComment() {
    assertThat(MetricFamilies.tidy("# TYPE gone gauge\nalone 1\n# EOF\n")).isEqualTo("alone 1\n");
  }

  @Test
  void braceAndBlanksInsideALabelStayWhereTheyAre() {
    String line = "a{path=\"/x {y} \\\"z\\\"\"} 1.0";
    assertThat(MetricFamilies.tidy(line)).isEqualTo(line + "\n");
  }
}
