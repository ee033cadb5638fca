package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
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
    "'\u001aE\u00df\u00a3\u009fB\u0086\u0081\u0001B\u0082\u0088matroska', MKV",
    "'\0\0\0\u0014ftyp3gp5\0\0\u0002\0', THREE_GP",
    "'\0\0\0\u0014ftyp3g2a\0\0\u0002\0', THREE_GP",
    "'OggS\0\u0002\0\0\0\0\0\0', OGG",
    "'0&\u00b2u\u008ef\u00cf\u0011\u00a6\u00d9\0\u00aa\0b\u00cel', ASF",
    "'\u0006\u000e+4\u0002\u0005\u0001\u0001\r\u0001\u0002\u0001\u0001\u0002\u0004\0', MXF",
    "'\u001f\u0007\0\u00bfxh\u0078\u0078\0\0\0\0', DV",
    "'\0\0\u0001\u00baD\0\u0004\0\u0004\u0001\u0001\u0089', PROGRAM_STREAM",
    "'\0\0\u0001\u00ba!\0\u0001\0\u0001\u0080\u0001\u0089', PROGRAM_STREAM",
    "'IMKH\u0001\u0001\0\0\0\0\u0001\u00baD\0\u0004\0\u0004\u0001\u0001\u0089', PROGRAM_STREAM",
    "'\0\0\0\u0001gB\u00c0\u001e\u00da\u0005\u0007\u00e4', H264",
    "'\0\0\0\u0001\u0009\u0010\0\0\0\u0001\u0067\u0064\0\u001f', H264",
    "'\0\0\0\u0001@\u0001\u000c\u0001\0\0\u0001B\u0001\u0001\u0001\0', H265",
    "'\0\0\u0001\u00b3\u0014\0\u00f0\u0013\u00ff\u00ff\u00e0\u0018', MPEG_VIDEO"
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
        "\0\0\0\u0001\u0067\u0001 no profile of any kind",
        "\0\0\u0001\u00ba but no clock",
        "\0\0\u0001\u00b3\0\0\u00f0 no width at all",
        "OggS\u0001 a later version",
        "ID3\u0004\0\0\0\0\0\0 a song and its title",
        "[Reference]\r\nRef1=http://127.0.0.1/a.wmv\r\n",
        "<asx version='3.0'><entry><ref href='http://127.0.0.1/a.wmv'/></entry></asx>",
        "no video at all, just a text"
      })
  void refusesAllElse(String head) {
    assertThat(ContainerSignature.of(bytes(head))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"188, 0", "188, 100", "188, 3000", "192, 4", "192, 77", "204, 0", "204, 150"})
  void findsTransportPacketsOfEveryLengthAlsoBehindRubbish(int length, int first) {
    byte[] head = transportStream(length, first, 12);
    assertThat(TransportPackets.find(head)).contains(new TransportPackets(first, length));
    assertThat(ContainerSignature.of(head)).contains(ContainerSignature.TRANSPORT_STREAM);
  }

  @Test
  void fewOrFaultyTransportPacketsAreNone() {
    assertThat(ContainerSignature.of(transportStream(188, 0, 2))).isEmpty();
    byte[] letters = "G".repeat(4000).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(ContainerSignature.of(letters)).isEmpty();
    byte[] noise = new byte[ContainerSignature.HEAD_BYTES];
    new Random(7).nextBytes(noise);
    assertThat(ContainerSignature.of(noise)).isEmpty();
  }

  private static byte[] transportStream(int length, int first, int packets) {
    byte[] bytes = new byte[first + length * packets];
    for (int at = first; at < bytes.length; at += length) {
      bytes[at] = 0x47;
      bytes[at + 1] = 0x40;
      bytes[at + 3] = 0x10;
    }
    return bytes;
  }

  @Test
  void aProgramStreamMayBeginInTheMiddleOfAPack() {
    String pack = "\0\0\u0001\u00baD\0\u0004\0\u0004\u0001\u0001\u0089\u00c3\u00f8";
    String twice = "the rest of a packet" + pack + "a packet" + pack;
    assertThat(ContainerSignature.of(bytes(twice))).contains(ContainerSignature.PROGRAM_STREAM);
    assertThat(ContainerSignature.of(bytes("a text that holds one" + pack))).isEmpty();
  }

  @Test
  void hasALabelForPeople() {
    assertThat(ContainerSignature.WEBM.label()).isEqualTo("webm");
    for (ContainerSignature each : ContainerSignature.values()) {
      assertThat(ContainerSignature.ALLOWED).contains(each.label());
    }
  }
}
