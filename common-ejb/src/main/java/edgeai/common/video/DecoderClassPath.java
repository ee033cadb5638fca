package edgeai.common.video;

import edgeai.settings.Tiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of the child: this jar and that of settings, and all jars beside those of
 * bytedeco. It is handed over in a jar that only names them, since a list of paths cannot hold one
 * with a colon in it.
 */
final class DecoderClassPath {
  private static final Logger LOG = Logger.getLogger(DecoderClassPath.class.getName());

  private static final String[] NATIVE_CLASSES = {
    "org.bytedeco.javacpp.Loader",
    "org.bytedeco.ffmpeg.global.avformat",
    "org.bytedeco.opencv.global.opencv_imgcodecs",
    "org.bytedeco.openblas.global.openblas"
  };

  private DecoderClassPath() {}

  static List<Path> find() {
    Set<Path> entries = new LinkedHashSet<>();
    entries.add(placeOf(DecoderMain.class));
    entries.add(placeOf(Tiles.class)); // a piece's header has it
    for (String name : NATIVE_CLASSES) {
      Path place = placeOf(load(name));
      entries.add(place);
      if (!Files.isDirectory(place)) {
        entries.addAll(jarsBeside(place)); // the natives lie in jars of their own
      }
    }
    return List.copyOf(entries);
  }

  private static List<Path> jarsBeside(Path place) {
    try (Stream<Path> files = Files.list(place.resolveSibling(""))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the jar that names these, in one step, since others may be reading it. */
  static void write(List<Path> entries, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, addresses(entries));
    Path part = Files.createTempFile(jar.getParent(), "decoder", ".part");
    try {
      new JarOutputStream(Files.newOutputStream(part), manifest).close();
      Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** A folder's address ends in a slash, which tells it from a jar. */
  private static String addresses(List<Path> entries) {
    return entries.stream()
        .map(entry -> entry.toUri().toASCIIString())
        .collect(Collectors.joining(" "));
  }

  /** Loads without initialising: the server's own process loads no native library here. */
  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, DecoderClassPath.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          name + " is not on the class path: hand the bytedeco jars to the server (--addlibs)", e);
    }
  }

  /** The jar or the folder that a class was loaded from. */
  static Path placeOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    String resource = type.getName().replace('.', '/') + ".class";
    URL itself = type.getResource("/" + resource);
    return place(source == null ? null : source.getLocation(), "")
        .or(() -> place(itself, resource))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "cannot tell where %s was loaded from (%s): give the decoder its class path"
                        .formatted(type.getName(), itself)));
  }

  /** The file behind {@code file:/a/b.jar}, {@code jar:file:/a/b.jar!/...} or a classes folder. */
  static Optional<Path> place(URL url, String resource) {
    if (url == null) {
      return Optional.empty();
    }
    String text = url.toString();
    if (text.startsWith("jar:") && text.contains("!/")) {
      text = text.substring("jar:".length(), text.lastIndexOf("!/"));
    } else if (!resource.isEmpty() && text.endsWith(resource)) {
      text = text.substring(0, text.length() - resource.length());
    }
    return text.startsWith("file:") ? file(text) : Optional.empty();
  }

  /** Class loaders write addresses with escapes or, if careless, without. */
  private static Optional<Path> file(String address) {
    try {
      Optional<Path> escaped = Optional.of(Path.of(new URI(address))).filter(Files::exists);
      if (escaped.isPresent()) {
        return escaped;
      }
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      LOG.log(Level.FINE, "no escaped address", e);
    }
    try {
      return Optional.of(Path.of(address.substring("file:".length()))).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
