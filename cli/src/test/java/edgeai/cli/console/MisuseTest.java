package edgeai.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisuseTest {

  @ParameterizedTest
  @CsvSource({
    "--prot, not --prot",
    "abc, not abc",
    "rtsp://me:SECRET@host/live, not rtsp://...",
    "--source=rtsp://host/SECRET, not --source=rtsp://...",
    "me:SECRET@host, not ...",
    "rtsp//me, not ...",
    "host/live?pwd=SECRET, not ...",
    "--source=SECRET, not --source=...",
    "'', 'not '''''",
  })
  void showsNoMoreThanCanHoldNoPassword(String typed, String shown) {
    assertThat(new Misuse("not", typed)).hasMessage(shown + " (./edge help)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtsp://host/user=me_password=SECRET",
        "rtsp://host:7447/SECRET",
        "rtsp//me:SECRET@host/live",
        "me:SECRET@host/live",
        "--source=me:SECRET@host",
        "--source=rtsp://host/SECRET",
        "host/live?pwd=SECRET"
      })
  void noPasswordIsShownWhereverItStands(String typed) {
    assertThat(new Misuse("not", typed).getMessage()).doesNotContain("SECRET");
  }

  @Test
  void endsWithAStatusOfItsOwn() {
    assertThat(new Misuse("no").status()).isEqualTo(2);
    assertThat(new CommandRefusal("no").status()).isEqualTo(1);
  }
}
