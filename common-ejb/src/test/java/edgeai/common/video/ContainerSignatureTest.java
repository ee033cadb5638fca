package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerSignatureTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "'\0\0\0\u0020ftypisom\0\0\u0002\0isom', MP4",
    "'\0\0\0\u0014ftypM4V \0\0\u0002\0', MP4",
    "'\0\0\0\u0014ftypqt  \0\0\u0002\0', MOV",
    "'\0\0\0\u0008wide\0\0\0\u0001mdat', MOV",
    "'\0\0\u0008\0moov\0\0\0\u006cmvhd', MOV",
    "'\0\0\0\u0001mdat\0\0\0\u0001\0\0\0\0', MOV",
    "'RIFF\0\0\0\0AVI LIST', AVI",
    "'FLV\u0001\u0005\0\0\0\u0009\0\0\0\0', FLV",
    "'\u001aE\u00df\u00a3\u009fB\u0086\u0081\u0001B\u0082\u0084webm', WEBM",
    "'\u001aE\u00df\u00a3\u009fB\u0086\u0081\u0001B\u0082\u0088matroska', MKV"
  })
  void tellsTheAllowedContainers(String head, ContainerSignature expected) {
    assertThat(ContainerSignature.of(bytes(head))).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FLV",
        "#EXTM3U\n#EXT-X-VERSION:3\n",
        "ffconcat version 1.0\nfile x",
        "PK\u0003\u0004 a zip archive that goes on",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "RIFF\0\0\0\0WAVEfmt ",
        "\u0000\u0000\u0000\u0018ftypheic\0\0\0\0",
        "\u0000\u0000\u0000\u0003ftypisom\0\0\0\0",
        "\u001aE\u00df\u00a3 some other EBML document",
        "GIF89a and so on and so on",
        "no video at all, just a text"
      })
  void refusesAllElse(String head) {
    assertThat(ContainerSignature.of(bytes(head))).isEmpty();
  }

  @Test
  void hasALabelForPeople() {
    assertThat(ContainerSignature.WEBM.label()).isEqualTo("webm");
    for (ContainerSignature each : ContainerSignature.values()) {
      assertThat(ContainerSignature.ALLOWED).contains(each.label());
    }
  }
}
