package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingReportTest {

  @Test
  void aHealthyFileGetsNone() {
    assertThat(ReadingReport.warning(38, 38, true, false, 0)).isNull();
  }

  @Test
  void fewerFramesThanCountedAloneAreNoSign() {
    assertThat(ReadingReport.warning(30, 38, true, false, 0)).isNull();
  }

  @Test
  void saysHowMuchOfACutFileWasRead() {
    assertThat(ReadingReport.warning(25, 38, true, true, 0))
        .isEqualTo("the file ends early: 25 of 38 frames could be read");
    assertThat(ReadingReport.warning(25, 38, false, true, 0))
        .isEqualTo("the file ends early: 25 of about 38 frames could be read");
    assertThat(ReadingReport.warning(25, 0, false, true, 0))
        .isEqualTo("the file ends early: 25 frames could be read");
  }

  @Test
  void aCutBehindTheLastFrameDoesNotMatter() {
    assertThat(ReadingReport.warning(38, 38, true, true, 0)).isNull();
  }

  @Test
  void countsDamage() {
    assertThat(ReadingReport.warning(38, 38, true, false, 1))
        .isEqualTo("the file is damaged in 1 place");
    assertThat(ReadingReport.warning(25, 38, true, true, 3))
        .isEqualTo(
            "the file ends early: 25 of 38 frames could be read, and the file is damaged in 3"
                + " places");
  }

  @Test
  void emptyPacketsAreNoFramesThatAreMissing() {
    assertThat(ReadingReport.shown(330, 165, 165)).isEqualTo(165);
    assertThat(ReadingReport.shown(330, 80, 80)).isEqualTo(165);
    assertThat(ReadingReport.shown(330, 80, 0)).isEqualTo(330);
  }
}
