package edgeai.common.video;

import static edgeai.common.video.ContainerSignature.AVI;
import static edgeai.common.video.ContainerSignature.FLV;
import static edgeai.common.video.ContainerSignature.MKV;
import static edgeai.common.video.ContainerSignature.MP4;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerExtentTest {
  private static final ContainerExtent WHOLE = new ContainerExtent(false, false);
  private static final ContainerExtent CUT = new ContainerExtent(true, false);
  private static final String FTYP = "\0\0\0\u000cftypisom";
  private static final String MOOV = "\0\0\0\u000cmoovxxxx";

  @TempDir Path folder;

  private ContainerExtent of(ContainerSignature container, String bytes) throws IOException {
    Path file = folder.resolve("file");
    Files.write(file, bytes.getBytes(StandardCharsets.ISO_8859_1));
    return ContainerExtent.of(file, container);
  }

  @Test
  void boxes() throws IOException {
    assertThat(of(MP4, FTYP + MOOV + "\0\0\0\nmdatxx")).isEqualTo(WHOLE);
    assertThat(of(MP4, FTYP + MOOV + "\0\0\0\u000bmdatxx")).isEqualTo(CUT);
    assertThat(of(MP4, FTYP + "\0\0\0\u000bmdatxx")).isEqualTo(new ContainerExtent(true, true));
    assertThat(of(MP4, FTYP + "\0\0\0\nmdatxx")).isEqualTo(new ContainerExtent(false, true));
    assertThat(of(MP4, MOOV + "\0\0\0\0mdat to the end")).isEqualTo(WHOLE);
    assertThat(of(MP4, MOOV + "\0\0\0\u0001mdat\0\0\0\0\0\0\0\u0012xx")).isEqualTo(WHOLE);
    assertThat(of(MP4, MOOV + "\0\0\0\u0001mdat\0\0\0\u0001\0\0\0\u0012xx")).isEqualTo(CUT);
    assertThat(of(MP4, FTYP + MOOV + "\0\0\0\0\0\0\0\0\0\0\0\0padding")).isEqualTo(WHOLE);
    assertThat(of(MP4, FTYP + MOOV + "\u00ff\u00ff\u00ff\u00ff\u0001\u0002rubbish"))
        .isEqualTo(WHOLE);
  }

  @Test
  void riff() throws IOException {
    String first = "RIFF\u0006\0\0\0AVI xx";
    assertThat(of(AVI, first)).isEqualTo(WHOLE);
    assertThat(of(AVI, first + "RIFF\u0006\0\0\0AVIXxx" + "rubbish here")).isEqualTo(WHOLE);
    assertThat(of(AVI, first + "RIFF\u0009\0\0\0AVIXxx")).isEqualTo(CUT);
    assertThat(of(AVI, "RIFF\u0009\0\0\0AVI xx")).isEqualTo(CUT);
    assertThat(of(AVI, "RIFF\0\0\0\0AVI never closed")).isEqualTo(WHOLE);
  }

  @Test
  void segments() throws IOException {
    String head = "\u001aE\u00df\u00a3\u0082xx\u0018S\u0080g";
    assertThat(of(MKV, head + "\u0083abc")).isEqualTo(WHOLE);
    assertThat(of(MKV, head + "\u0083ab")).isEqualTo(CUT);
    assertThat(of(MKV, head + "\u0040\u0003abc")).isEqualTo(WHOLE);
    assertThat(of(MKV, head + "\u0040\u0004abc")).isEqualTo(CUT);
    assertThat(of(MKV, head + "\u0001\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00fflive"))
        .isEqualTo(WHOLE);
    assertThat(of(MKV, head)).isEqualTo(CUT);
  }

  @Test
  void tags() throws IOException {
    String head = "FLV\u0001\u0001\0\0\0\u0009\0\0\0\0";
    String tag = "\u0009\0\0\u0005\0\0\0\0\0\0\0" + "12345" + "\0\0\0\u0010";
    assertThat(of(FLV, head + tag + tag)).isEqualTo(WHOLE);
    assertThat(of(FLV, head + tag + tag.substring(0, 9))).isEqualTo(CUT);
    assertThat(of(FLV, head)).isEqualTo(CUT);
  }
}
