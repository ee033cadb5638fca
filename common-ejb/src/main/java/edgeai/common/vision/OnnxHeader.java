package edgeai.common.vision;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What an ONNX file says of itself before any runtime has opened it: versions, and whether weights
 * lie in other files. Tensors anywhere are looked at (subgraphs, attributes, functions, sparse
 * ones), none is kept, and no other file is opened. Of a file that is no ONNX it is empty: that is
 * for the runtime to say.
 */
final class OnnxHeader {

  private static final int IR_VERSION = 1;
  private static final int DATA_LOCATION = 14;
  private static final int EXTERNAL = 1;
  private static final int DEEPEST = 64;
  private static final int LONGEST_TEXT = 4096;

  private final Map<String, Long> opsets = new HashMap<>();
  private long irVersion;
  private boolean external;
  private long externalBytes;
  private String externalFile;

  // of the message that is being read
  private String key = "";
  private String value = "";
  private long version;

  private OnnxHeader() {}

  static OnnxHeader read(Path file) throws IOException {
    OnnxHeader header = new OnnxHeader();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      header.message(OnnxMessage.MODEL, new ProtobufInput(in), Files.size(file), 0);
    } catch (MalformedProtobufException e) {
      return new OnnxHeader();
    }
    return header;
  }

  /** Of the file format; 0 where it is not named. */
  long irVersion() {
    return irVersion;
  }

  /** Of the operators of a domain, ONNX's own being {@code ai.onnx}; 0 where it is not named. */
  long opset(String domain) {
    return opsets.getOrDefault(domain, 0L);
  }

  /** Whether any weights lie in another file. */
  boolean hasExternalWeights() {
    return external;
  }

  /** How many bytes lie there, as far as the file says. */
  long externalBytes() {
    return externalBytes;
  }

  /** The first of the other files, as it is named in this one; null where there is none. */
  String externalFile() {
    return externalFile;
  }

  private void message(OnnxMessage kind, ProtobufInput in, long end, int depth)
      throws IOException, MalformedProtobufException {
    while (in.position() < end) {
      long tag = in.varint();
      int field = (int) (tag >>> 3);
      switch ((int) tag & 7) {
        case 0 -> number(kind, field, in.varint());
        case 1 -> in.skip(Long.BYTES);
        case 5 -> in.skip(Integer.BYTES);
        case 2 -> {
          long length = in.varint();
          if (length < 0 || length > end - in.position()) {
            throw new MalformedProtobufException();
          }
          delimited(kind, field, in, length, depth);
        }
        default -> throw new MalformedProtobufException();
      }
    }
    if (in.position() != end) {
      throw new MalformedProtobufException();
    }
  }

  private void delimited(OnnxMessage kind, int field, ProtobufInput in, long length, int depth)
      throws IOException, MalformedProtobufException {
    OnnxMessage child = kind.child(field);
    if (child != null && depth < DEEPEST) {
      begin(child);
      message(child, in, in.position() + length, depth + 1);
      finish(child);
    } else if (kind.isText(field) && length <= LONGEST_TEXT) {
      text(kind, field, in.text((int) length));
    } else {
      in.skip(length);
    }
  }

  private void begin(OnnxMessage kind) {
    if (kind == OnnxMessage.ENTRY || kind == OnnxMessage.OPSET) {
      key = "";
      value = "";
      version = 0;
    }
  }

  private void number(OnnxMessage kind, int field, long number) {
    if (kind == OnnxMessage.MODEL && field == IR_VERSION) {
      irVersion = number;
    } else if (kind == OnnxMessage.OPSET && field == 2) {
      version = number;
    } else if (kind == OnnxMessage.TENSOR && field == DATA_LOCATION) {
      external |= number == EXTERNAL;
    }
  }

  private void text(OnnxMessage kind, int field, String text) {
    if (field == 1) {
      key = text;
    } else if (kind == OnnxMessage.ENTRY) {
      value = text;
    }
  }

  private void finish(OnnxMessage kind) {
    if (kind == OnnxMessage.OPSET) {
      opsets.merge(key.isEmpty() ? "ai.onnx" : key, version, Math::max);
    } else if (kind == OnnxMessage.ENTRY && key.equals("location") && externalFile == null) {
      externalFile = ClassNames.printable(value);
    } else if (kind == OnnxMessage.ENTRY && key.equals("length") && value.matches("\\d{1,18}")) {
      externalBytes = Math.min(Long.MAX_VALUE / 2, externalBytes + Long.parseLong(value));
    }
  }
}
