package edgeai.common.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_16F;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A tensor of half, single or double precision, or of whole numbers, in memory of Java's, seen as
 * floats. Of a tensor of floats both are the same memory.
 */
final class TensorMemory implements AutoCloseable {

  private final OnnxTensor tensor;
  private final FloatBuffer floats;
  private final boolean whole;
  private final Mat asStored;
  private final Mat asFloats;

  /**
   * Allocates.
   *
   * @param type one that {@link #holds}
   */
  TensorMemory(OrtEnvironment environment, OnnxJavaType type, long[] shape) throws OrtException {
    ByteBuffer stored = direct(shape, type.size);
    boolean same = type == OnnxJavaType.FLOAT || stored.capacity() == 0;
    ByteBuffer seen = same ? stored : direct(shape, Float.BYTES);
    floats = seen.asFloatBuffer();
    tensor = OnnxTensor.createTensor(environment, stored, shape, type);
    whole = !same && !holdsFractions(type);
    boolean converted = !same && !whole;
    asStored =
        converted ? mat(stored, type == OnnxJavaType.DOUBLE ? CV_64F : CV_16F, type.size) : null;
    asFloats = converted ? mat(seen, CV_32F, Float.BYTES) : null;
  }

  /** Whether numbers of this type can be seen as floats here. */
  static boolean holds(OnnxJavaType type) {
    return holdsFractions(type) || type == OnnxJavaType.INT64 || type == OnnxJavaType.INT32;
  }

  /** Whether they can, and need not be whole. */
  static boolean holdsFractions(OnnxJavaType type) {
    return type == OnnxJavaType.FLOAT
        || type == OnnxJavaType.FLOAT16
        || type == OnnxJavaType.DOUBLE;
  }

  OnnxTensor tensor() {
    return tensor;
  }

  FloatBuffer floats() {
    return floats;
  }

  /** Puts the floats into the tensor. */
  void store() {
    if (asStored != null) {
      asFloats.convertTo(asStored, asStored.type());
    }
  }

  /** Gets the floats from the tensor. */
  void load() {
    if (asStored != null) {
      asStored.convertTo(asFloats, CV_32F);
    } else if (whole) {
      floats.put(0, copy(tensor), 0, floats.capacity());
    }
  }

  /** A copy of a tensor whose type this {@link #holds}. */
  static FloatBuffer copy(OnnxTensor tensor) {
    return switch (tensor.getInfo().type) {
      case DOUBLE -> {
        DoubleBuffer doubles = tensor.getDoubleBuffer();
        yield floats(doubles.remaining(), index -> (float) doubles.get(index));
      }
      case INT64 -> {
        LongBuffer longs = tensor.getLongBuffer();
        yield floats(longs.remaining(), longs::get);
      }
      case INT32 -> {
        IntBuffer integers = tensor.getIntBuffer();
        yield floats(integers.remaining(), integers::get);
      }
      default -> tensor.getFloatBuffer();
    };
  }

  private interface Numbers {
    float at(int index);
  }

  private static FloatBuffer floats(int count, Numbers numbers) {
    FloatBuffer floats = FloatBuffer.allocate(count);
    for (int index = 0; index < count; index++) {
      floats.put(index, numbers.at(index));
    }
    return floats;
  }

  @Override
  public void close() {
    tensor.close();
    if (asStored != null) {
      asStored.close();
      asFloats.close();
    }
  }

  private static Mat mat(ByteBuffer memory, int type, int size) {
    return new Mat(1, memory.capacity() / size, type, new BytePointer(memory));
  }

  private static ByteBuffer direct(long[] shape, int size) {
    long bytes = size;
    for (long length : shape) {
      bytes = Math.multiplyExact(bytes, length);
    }
    return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
  }
}
