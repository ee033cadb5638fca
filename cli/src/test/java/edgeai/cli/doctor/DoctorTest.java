package edgeai.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.client.Web;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DoctorTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void tellsWhatWasFoundInOrder() throws InterruptedException, IOException {
    Doctor doctor =
        Doctor.examine(
            List.of(
                examination("disk", () -> List.of(Diagnosis.warning("disk", "little: make room"))),
                examination("gpu", () -> List.of(Diagnosis.ok("gpu", "none")))),
            LONG);
    assertThat(doctor.lines(false))
        .containsExactly("disk       warning  little: make room", "gpu        ok       none");
    assertThat(doctor.isWell()).isTrue();
    assertThat(Web.read(doctor.lines(true).collect(Collectors.joining())))
        .isEqualTo(
            Web.read(
                """
                [{"check":"disk","state":"warning","words":"little: make room"},
                 {"check":"gpu","state":"ok","words":"none"}]"""));
  }

  @Test
  void oneTroubleIsTrouble() throws InterruptedException {
    Examination ports = examination("ports", () -> List.of(Diagnosis.trouble("ports", "taken")));
    assertThat(Doctor.examine(List.of(ports), LONG).isWell()).isFalse();
  }

  /** As looking up a name does where nobody answers, which cannot be interrupted. */
  @Test
  void whatStandsStillIsNotWaitedForAndKeepsNobodyFromLooking() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Examination stuck =
        examination(
            "peer",
            () -> {
              never.await();
              return List.of();
            });
    Examination well = examination("java", () -> List.of(Diagnosis.ok("java", "25")));
    Doctor doctor = Doctor.examine(List.of(stuck, well), Duration.ofSeconds(1));
    never.countDown();
    assertThat(doctor.isWell()).isFalse();
    assertThat(doctor.lines(false))
        .containsExactly(
            "peer       trouble  no end of looking within 1 s: this machine, or its network, stands still",
            "java       ok       25");
  }

  @Test
  void whatMayNotBeLookedAtIsTold() throws InterruptedException {
    Examination secret =
        examination(
            "database",
            () -> {
              throw new IOException("no entry");
            });
    assertThat(Doctor.examine(List.of(secret), LONG).lines(false))
        .containsExactly("database   warning  cannot be looked at: java.io.IOException: no entry");
  }

  private static Examination examination(String subject, Callable<List<Diagnosis>> look) {
    return new Examination() {
      @Override
      public String subject() {
        return subject;
      }

      @Override
      public List<Diagnosis> look() throws IOException {
        try {
          return look.call();
        } catch (IOException e) {
          throw e;
        } catch (Exception e) {
          throw new AssertionError(e);
        }
      }
    };
  }
}
