package edgeai.common.container;

import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.Tag;

/**
 * The MicroProfile metrics of this server, in the container's own words. It has a page of its own
 * for them, which would cost a scrape a call of the server to itself.
 */
public final class PlatformMetrics {
  private static final String SERVICE = "fish.payara.microprofile.metrics.MetricsService";
  private static final String WRITING = "fish.payara.microprofile.metrics.writer.";

  private final Object service;
  private final Method refresh;
  private final Method contexts;
  private final Method context;
  private final Constructor<?> exporter;
  private final Constructor<?> writer;
  private final Method write;

  /**
   * Finds them.
   *
   * @throws IllegalStateException where this is not the container that is known
   */
  public PlatformMetrics() {
    try {
      service = ContainerServices.service(SERVICE);
      // a part of the container sees the others, whatever an application sees
      ClassLoader container = service.getClass().getClassLoader();
      Class<?> services = container.loadClass(SERVICE);
      refresh = services.getMethod("refresh");
      contexts = services.getMethod("getContextNames");
      context = services.getMethod("getContext", String.class);
      exporter = container.loadClass(WRITING + "OpenMetricsExporter").getConstructor(Writer.class);
      Class<?> writers = container.loadClass(WRITING + "MetricsWriterImpl");
      writer =
          writers.getConstructor(
              container.loadClass(WRITING + "MetricExporter"),
              Set.class,
              Function.class,
              Tag[].class);
      write = writers.getMethod("write");
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalStateException("this Payara shows no metrics", e);
    }
  }

  /**
   * All there are at this moment, in Prometheus' text format or nearly so.
   *
   * @throws IllegalStateException where the container cannot say
   */
  public String text() {
    StringWriter text = new StringWriter();
    try {
      refresh.invoke(service);
      Function<String, Object> byName = this::context;
      write.invoke(
          writer.newInstance(
              exporter.newInstance(text), contexts.invoke(service), byName, new Tag[0]));
    } catch (ReflectiveOperationException e) {
      throw failed(e);
    }
    return text.toString();
  }

  private Object context(String name) {
    try {
      return context.invoke(service, name);
    } catch (ReflectiveOperationException e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(ReflectiveOperationException e) {
    Throwable reason = e instanceof InvocationTargetException thrown ? thrown.getCause() : e;
    return new IllegalStateException("this Payara's metrics failed: " + reason, reason);
  }
}
