package edgeai.coco;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An ONNX graph that is being written; the same calls make the same bytes. */
final class OnnxGraph {
  private static final int IR_VERSION = 8;
  private static final int OPSET = 17;
  private static final String STORED = "/half";

  private final GraphProto.Builder graph;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final Map<Float, String> scalars = new HashMap<>();

  OnnxGraph(String name) {
    graph = GraphProto.newBuilder().setName(name);
  }

  OnnxGraph input(String name, long... shape) {
    graph.addInput(picture(name, shape));
    return this;
  }

  OnnxGraph output(String name, long... shape) {
    graph.addOutput(picture(name, shape));
    return this;
  }

  OnnxGraph metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /** A constant in single precision. */
  String floats(String name, Tensor tensor) {
    ByteBuffer bytes = littleEndian(tensor.size() * Float.BYTES);
    for (float value : tensor.values()) {
      bytes.putFloat(value);
    }
    return constant(name, TensorProto.DataType.FLOAT, bytes, tensor.shape());
  }

  /** A constant that is stored in half precision and made single by the graph. */
  String halves(String name, Tensor tensor) {
    ByteBuffer bytes = littleEndian(tensor.size() * Short.BYTES);
    for (float value : tensor.values()) {
      short half = Float.floatToFloat16(value);
      if (Float.isFinite(value) && !Float.isFinite(Float.float16ToFloat(half))) {
        throw new IllegalArgumentException(
            "%s has the weight %s, which half precision cannot hold".formatted(name, value));
      }
      bytes.putShort(half);
    }
    String stored = constant(name + STORED, TensorProto.DataType.FLOAT16, bytes, tensor.shape());
    return node("Cast", name, List.of(stored), number("to", TensorProto.DataType.FLOAT_VALUE));
  }

  /** A number, which stands in the graph once for all that want it. */
  String scalar(float value) {
    return scalars.computeIfAbsent(
        value, all -> floats("number " + all, new Tensor(new int[0], new float[] {all})));
  }

  /** A list of whole numbers. */
  String integers(String name, long... values) {
    ByteBuffer bytes = littleEndian(values.length * Long.BYTES);
    for (long value : values) {
      bytes.putLong(value);
    }
    return constant(name, TensorProto.DataType.INT64, bytes, values.length);
  }

  /** An operation with one result, which it returns. */
  String node(String operation, String output, List<String> inputs, AttributeProto... attributes) {
    return nodes(operation, List.of(output), inputs, attributes).get(0);
  }

  /** An operation with several results. */
  List<String> nodes(
      String operation, List<String> outputs, List<String> inputs, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setName(outputs.get(0))
            .setOpType(operation)
            .addAllInput(inputs)
            .addAllOutput(outputs)
            .addAllAttribute(List.of(attributes)));
    return outputs;
  }

  static AttributeProto number(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto numbers(String name, long... values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(Arrays.stream(values).boxed().toList())
        .build();
  }

  /** The whole model. */
  byte[] toBytes() {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("edge-co-intelligence")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
            .setGraph(graph);
    metadata.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return model.build().toByteArray();
  }

  private String constant(String name, TensorProto.DataType type, ByteBuffer bytes, int... shape) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .addAllDims(Arrays.stream(shape).asLongStream().boxed().toList())
            .setRawData(ByteString.copyFrom(bytes.flip())));
    return name;
  }

  private static ValueInfoProto picture(String name, long... shape) {
    TensorShapeProto.Builder lengths = TensorShapeProto.newBuilder();
    for (long length : shape) {
      lengths.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(length));
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT_VALUE)
            .setShape(lengths)
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
