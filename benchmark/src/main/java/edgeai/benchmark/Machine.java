package edgeai.benchmark;

import ai.onnxruntime.OrtEnvironment;
import com.sun.management.OperatingSystemMXBean;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the figures depend on.
 *
 * @param os name and version
 * @param arch as the JVM calls it
 * @param cpu model, {@code unknown} where the system does not tell in {@code /proc/cpuinfo}
 * @param hardwareThreads that this process may use
 * @param memoryMegabytes of the machine or its container
 * @param jvm name and version
 * @param onnxRuntime version
 */
record Machine(
    String os,
    String arch,
    String cpu,
    int hardwareThreads,
    long memoryMegabytes,
    String jvm,
    String onnxRuntime) {

  /** The one that this runs on. */
  static Machine here() {
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        cpuModel(Path.of("/proc/cpuinfo")),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20,
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        OrtEnvironment.getEnvironment().getVersion());
  }

  /** The first model that a file in the form of {@code /proc/cpuinfo} names. */
  static String cpuModel(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("model name") && line.contains(":"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  JsonObjectBuilder json() {
    return Json.createObjectBuilder()
        .add("os", os)
        .add("arch", arch)
        .add("cpu", cpu)
        .add("hardware_threads", hardwareThreads)
        .add("memory_mb", memoryMegabytes)
        .add("jvm", jvm)
        .add("onnxruntime", onnxRuntime);
  }

  /** One line for people. */
  String text() {
    return "%s, %d hardware threads, %d MB, %s %s, %s, ONNX Runtime %s"
        .formatted(cpu, hardwareThreads, memoryMegabytes, os, arch, jvm, onnxRuntime);
  }
}
