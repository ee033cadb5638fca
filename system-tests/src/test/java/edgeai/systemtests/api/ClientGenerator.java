package edgeai.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.settings.Program;
import edgeai.systemtests.fixture.Build;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * OpenAPI Generator, as those use it who write clients: by its own jar, whose parts are of other
 * versions than ours.
 */
final class ClientGenerator {
  private static final Path JAR =
      Build.root().resolve("system-tests/target/generator/openapi-generator-cli.jar");

  private static final String OPTIONS =
      "openApiNullable=false,useJakartaEe=true,hideGenerationTimestamp=true,"
          + "apiPackage=edge.client.api,modelPackage=edge.client.model,invokerPackage=edge.client";

  /** What it says of any document of this version, and of any that has examples of objects. */
  private static final List<String> OF_ITSELF =
      List.of("OpenAPI 3.1 support is still in beta", "Ignoring complex example on request body");

  private ClientGenerator() {}

  /** What it has against a document when it reads it. */
  static List<String> remarks(Program server) throws ReflectiveOperationException, IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader parts = loader(ClassLoader.getPlatformClassLoader(), JAR)) {
      thread.setContextClassLoader(parts);
      Class<?> parsers = parts.loadClass("io.swagger.parser.OpenAPIParser");
      Class<?> options = parts.loadClass("io.swagger.v3.parser.core.models.ParseOptions");
      Object read =
          parsers
              .getMethod("readLocation", String.class, List.class, options)
              .invoke(
                  parsers.getConstructor().newInstance(),
                  ApiDocument.file(server).toString(),
                  null,
                  options.getConstructor().newInstance());
      assertThat(read.getClass().getMethod("getOpenAPI").invoke(read)).isNotNull();
      List<?> messages = (List<?>) read.getClass().getMethod("getMessages").invoke(read);
      return messages == null ? List.of() : messages.stream().map(String::valueOf).toList();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Has it write a client in Java, which it must write without a warning. */
  static Path generate(Program server) {
    Path folder = Build.emptyFolder("client-" + server.word());
    List<String> line =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-jar",
            JAR.toString(),
            "generate",
            "-i",
            ApiDocument.file(server).toString(),
            "-g",
            "java",
            "--library",
            "native",
            "-o",
            folder.toString(),
            "--additional-properties=" + OPTIONS,
            "--global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false");
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      assertThat(
              said.lines()
                  .filter(it -> it.contains(" WARN ") || it.contains(" ERROR "))
                  .filter(it -> OF_ITSELF.stream().noneMatch(it::contains)))
          .isEmpty();
      return folder.resolve("src/main/java");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Compiles a client with a program that uses it, and gives their classes. */
  static URLClassLoader compile(Path client, Path program) throws IOException {
    Path classes = Build.emptyFolder("client-classes");
    List<String> line =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-nowarn",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                program.toString()));
    try (Stream<Path> files = Files.walk(client)) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(line::add);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler().run(null, said, said, line.toArray(String[]::new));
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    return loader(ClientGenerator.class.getClassLoader(), classes);
  }

  private static URLClassLoader loader(ClassLoader parent, Path of) throws MalformedURLException {
    return new URLClassLoader(new URL[] {of.toUri().toURL()}, parent);
  }
}
