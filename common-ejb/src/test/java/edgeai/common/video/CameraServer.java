package edgeai.common.video;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToLongFunction;
import java.util.function.LongConsumer;
import javax.imageio.ImageIO;

/** A camera over HTTP: streams of JPEGs, single ones, and whatever else a test has it answer. */
final class CameraServer implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /** Answers one request. */
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  CameraServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The source at this path, which from now on answers so; counts how often it was asked. */
  LiveSource source(String login, String path, AtomicInteger asked, Answer answer) {
    server.createContext(
        path,
        exchange -> {
          asked.incrementAndGet();
          try (exchange) {
            answer.to(exchange);
          }
        });
    return LiveSource.of("http://%s127.0.0.1:%d%s".formatted(login, port(), path)).orElseThrow();
  }

  LiveSource source(String path, Answer answer) {
    return source("", path, new AtomicInteger(), answer);
  }

  /** One body of this type. */
  static Answer body(String type, byte[] body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    };
  }

  /** No body, and a header where it names one. */
  static Answer status(int status, String header, String value) {
    return exchange -> {
      exchange.getResponseHeaders().set(header, value);
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /**
   * So many pictures in parts, each after its own number of milliseconds.
   *
   * @param sending is told when each of them begins to go, as {@link System#nanoTime}
   */
  static Answer parts(int frames, IntToLongFunction pauseMs, LongConsumer sending) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace;boundary=b");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      for (int i = 0; i < frames; i++) {
        byte[] jpeg = jpeg(i);
        sending.accept(System.nanoTime());
        out.write(
            "--b\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
                .formatted(jpeg.length)
                .getBytes(StandardCharsets.US_ASCII));
        out.write(jpeg);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        pace(pauseMs.applyAsLong(i));
      }
    };
  }

  private static void pace(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds); // a camera has a rate
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A picture of 160x120 that differs from the one of another number. */
  static byte[] jpeg(int number) {
    BufferedImage picture = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.setColor(new Color(number * 40 % 256, 128, 64));
    canvas.fillRect(0, 0, 160, 120);
    canvas.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
