package edgeai.cli.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The way that a server starts from a class archive. */
record ArchivedStart(FlatRuntime runtime, ClassData data, Path file) {

  /** Where the process has to be. */
  Path folder() {
    return runtime.folder();
  }

  /** The words after the flags of the JVM, up to those of Payara Micro. */
  List<String> words(Path libraries, Path root) throws IOException {
    List<String> words = new ArrayList<>(data.using(file));
    words.addAll(runtime.words(libraries, runtime.makeRoot(root)));
    return words;
  }
}
