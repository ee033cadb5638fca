package edgeai.common.vision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ONNX Runtime holds against a file that is ONNX, in words that help. */
final class LoadFailure {

  /** What every runtime of these years reads; exporters write it in an old file format, too. */
  private static final int READ_BY_ALL = 17;

  /** What exporters that cannot write the older one write well. */
  private static final int NEWER = 20;

  private static final Pattern OPSET =
      Pattern.compile("Opset (\\d+) is under development.* domain (\\S+) is till opset (\\d+)");
  private static final Pattern IR =
      Pattern.compile("IR version: ?(\\d+).* max supported IR version: ?(\\d+)");
  private static final Pattern KERNEL =
      Pattern.compile("Could not find an implementation for ([^\\s(]+)\\((\\d+)\\)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("Unrecognized attribute: \\w+ for operator (\\w+)");
  private static final Pattern OPERATOR =
      Pattern.compile(
          "Fatal error: (\\S+?)\\(-?\\d*\\) is not a registered function/op|(?=\\w+_TRT\\b)(\\w+)");

  private LoadFailure() {}

  /** To be put after the file's name; null where the message is none that is known. */
  static String sentence(String message, OnnxHeader header) {
    String flat = message.replaceAll("\\s+", " ");
    Matcher opset = OPSET.matcher(flat);
    if (opset.find()) {
      long known = Long.parseLong(opset.group(3));
      long used = Math.max(header.opset(opset.group(2)), Long.parseLong(opset.group(1)));
      return opset.group(2).equals("ai.onnx")
          ? "uses opset %d, and this ONNX Runtime knows opsets up to %d; export it again with opset=%d"
              .formatted(used, known, Math.min(READ_BY_ALL, known))
          : "uses version %d of the operators %s, and this ONNX Runtime knows them up to %d; export it again with opset=%d and without these"
              .formatted(used, opset.group(2), known, READ_BY_ALL);
    }
    Matcher ir = IR.matcher(flat);
    if (ir.find()) {
      return "has IR version %s of the file format, and this ONNX Runtime knows versions up to %s; export it again with opset=%d, which is written in version 8"
          .formatted(ir.group(1), ir.group(2), READ_BY_ALL);
    }
    Matcher kernel = KERNEL.matcher(flat);
    if (kernel.find() && !kernel.group(1).endsWith("_TRT")) {
      return "uses the operator %s of opset %s, which this ONNX Runtime does not implement here; export it again with opset=%d, in float"
          .formatted(kernel.group(1), kernel.group(2), READ_BY_ALL);
    }
    Matcher attribute = ATTRIBUTE.matcher(flat);
    if (attribute.find()) {
      return "says that it uses opset %d, but its operator %s is of a newer one; export it again with opset=%d"
          .formatted(header.opset("ai.onnx"), attribute.group(1), NEWER);
    }
    Matcher operator = OPERATOR.matcher(flat);
    return operator.find()
        ? "uses the operator %s, which is not one of ONNX but of a plugin (TensorRT's, for one); export it again for ONNX Runtime, with 'yolo export format=onnx'"
            .formatted(operator.group(operator.group(1) == null ? 2 : 1))
        : null;
  }
}
