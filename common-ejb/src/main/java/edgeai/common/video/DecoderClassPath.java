package edgeai.common.video;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Finds the class path of the child: this jar, and all jars beside those of bytedeco. */
final class DecoderClassPath {
  private static final String[] NATIVE_CLASSES = {
    "org.bytedeco.javacpp.Loader",
    "org.bytedeco.ffmpeg.global.avformat",
    "org.bytedeco.opencv.global.opencv_imgcodecs",
    "org.bytedeco.openblas.global.openblas"
  };

  private DecoderClassPath() {}

  static String find() {
    Set<String> entries = new LinkedHashSet<>();
    entries.add(placeOf(DecoderMain.class).toString());
    for (String name : NATIVE_CLASSES) {
      Path place = placeOf(load(name));
      // the natives lie in jars of their own beside it
      entries.add(
          Files.isDirectory(place) ? place.toString() : place.resolveSibling("*").toString());
    }
    return String.join(File.pathSeparator, entries);
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
    if (!text.startsWith("file:") || text.contains("!/")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(new URI(text.replace(" ", "%20")))).filter(Files::exists);
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}
