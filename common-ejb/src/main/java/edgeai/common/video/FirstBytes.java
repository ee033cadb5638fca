package edgeai.common.video;

import static edgeai.common.video.ContainerSignature.ASF;
import static edgeai.common.video.ContainerSignature.AVI;
import static edgeai.common.video.ContainerSignature.DV;
import static edgeai.common.video.ContainerSignature.FLV;
import static edgeai.common.video.ContainerSignature.MKV;
import static edgeai.common.video.ContainerSignature.MOV;
import static edgeai.common.video.ContainerSignature.MP4;
import static edgeai.common.video.ContainerSignature.MXF;
import static edgeai.common.video.ContainerSignature.OGG;
import static edgeai.common.video.ContainerSignature.PROGRAM_STREAM;
import static edgeai.common.video.ContainerSignature.THREE_GP;
import static edgeai.common.video.ContainerSignature.TRANSPORT_STREAM;
import static edgeai.common.video.ContainerSignature.WEBM;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** What the containers begin with. */
final class FirstBytes {
  /** Where the type of an EBML document stands, if it is one. */
  private static final int EBML_HEADER = 256;

  private static final Set<String> FIRST_BOXES = Set.of("moov", "mdat", "wide", "free", "skip");
  private static final Set<String> STILL_PICTURES =
      Set.of("heic", "heix", "heim", "heis", "mif1", "avif", "jpeg", "crx ");
  private static final byte[] EBML = bytes("1A45DFA3");
  private static final byte[] ASF_HEADER = bytes("3026B2758E66CF11A6D900AA0062CE6C");
  private static final byte[] MXF_PARTITION = bytes("060E2B34020501010D01020101");

  private final byte[] head;

  private FirstBytes(byte[] head) {
    this.head = head;
  }

  /** The container that begins so; empty where none of the allowed ones does. */
  static Optional<ContainerSignature> container(byte[] head) {
    return head.length < 12 ? Optional.empty() : new FirstBytes(head).container();
  }

  private Optional<ContainerSignature> container() {
    String box = ascii(4, 8);
    if (box.equals("ftyp") && saneBox()) {
      return brand(ascii(8, 12));
    }
    if (FIRST_BOXES.contains(box) && saneBox()) {
      return Optional.of(MOV);
    }
    if (startsWith(EBML)) {
      String beginning = ascii(0, Math.min(head.length, EBML_HEADER));
      return beginning.contains("webm")
          ? Optional.of(WEBM)
          : beginning.contains("matroska") ? Optional.of(MKV) : Optional.empty();
    }
    if (ascii(0, 4).equals("RIFF") && ascii(8, 12).equals("AVI ")) {
      return Optional.of(AVI);
    }
    if (ascii(0, 3).equals("FLV") && head[3] == 1) {
      return Optional.of(FLV);
    }
    if (ascii(0, 4).equals("OggS") && head[4] == 0) {
      return Optional.of(OGG);
    }
    if (startsWith(ASF_HEADER)) {
      return Optional.of(ASF);
    }
    if (startsWith(MXF_PARTITION)) {
      return Optional.of(MXF);
    }
    if (ascii(0, 3).equals("\u001f\u0007\0") && (head[3] & 0x7F) == 0x3F) {
      return Optional.of(DV);
    }
    return broadcast();
  }

  private static Optional<ContainerSignature> brand(String brand) {
    if (STILL_PICTURES.contains(brand)) {
      return Optional.empty();
    }
    return Optional.of(
        brand.equals("qt  ")
            ? MOV
            : brand.startsWith("3gp") || brand.startsWith("3g2") ? THREE_GP : MP4);
  }

  /** What may begin in the middle of a packet is told last, since its marks are the least sure. */
  private Optional<ContainerSignature> broadcast() {
    if (StartCodes.programStream(head)) {
      return Optional.of(PROGRAM_STREAM);
    }
    Optional<ContainerSignature> raw = StartCodes.rawVideo(head);
    return raw.isPresent() ? raw : TransportPackets.find(head).map(packets -> TRANSPORT_STREAM);
  }

  /** A box is 8 bytes at least; 0 stands for "to the end", 1 for a 64-bit length that follows. */
  private boolean saneBox() {
    int length =
        (head[0] & 255) << 24 | (head[1] & 255) << 16 | (head[2] & 255) << 8 | (head[3] & 255);
    return length == 0 || length == 1 || Integer.compareUnsigned(length, 8) >= 0;
  }

  private boolean startsWith(byte[] beginning) {
    if (head.length < beginning.length) {
      return false;
    }
    for (int i = 0; i < beginning.length; i++) {
      if (head[i] != beginning[i]) {
        return false;
      }
    }
    return true;
  }

  private String ascii(int from, int to) {
    return new String(head, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
