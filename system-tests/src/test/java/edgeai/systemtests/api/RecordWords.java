package edgeai.systemtests.api;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the Javadoc of records says of them and of their components: the words of the schemas that
 * are made of them. A record is known by its simple name, or by that of its {@code @Schema}.
 */
final class RecordWords {
  private static final Pattern NAMED = Pattern.compile("@Schema\\(name = \"(\\w+)\"\\)");
  private static final Pattern FIELD =
      Pattern.compile("@param\\s+(\\w+)\\s+(.*?)(?=\\n\\s*@\\w|\\z)", Pattern.DOTALL);

  private final Map<String, Words> byName = new HashMap<>();
  private final Set<String> twice = new HashSet<>();

  /**
   * @param about the whole
   * @param fields what of it has which words
   */
  record Words(String about, Map<String, String> fields) {}

  private RecordWords() {}

  /**
   * @param folders of sources
   */
  static RecordWords of(List<Path> folders) throws IOException {
    RecordWords words = new RecordWords();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(records(folders)));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        words.add(unit, docs);
      }
    }
    return words;
  }

  private static List<Path> records(List<Path> folders) throws IOException {
    Stream<Path> found = Stream.empty();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        found =
            Stream.concat(
                found, all.filter(file -> file.toString().endsWith(".java")).toList().stream());
      }
    }
    return found.filter(RecordWords::hasRecord).sorted().toList();
  }

  private static boolean hasRecord(Path file) {
    try {
      return Files.readString(file).contains("record ");
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  private void add(CompilationUnitTree unit, DocTrees docs) {
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void nothing) {
        String doc = docs.getDocComment(getCurrentPath());
        if (type.getKind() == Tree.Kind.RECORD && doc != null) {
          add(name(type), doc);
        }
        return super.visitClass(type, nothing);
      }
    }.scan(unit, null);
  }

  private static String name(ClassTree type) {
    return type.getModifiers().getAnnotations().stream()
        .map(AnnotationTree::toString)
        .map(NAMED::matcher)
        .filter(Matcher::find)
        .map(named -> named.group(1))
        .findFirst()
        .orElse(type.getSimpleName().toString());
  }

  private void add(String name, String doc) {
    Map<String, String> fields = new HashMap<>();
    Matcher field = FIELD.matcher(doc);
    while (field.find()) {
      fields.put(snake(field.group(1)), plain(field.group(2)));
    }
    String about = plain(doc.split("(?m)^\\s*@\\w", 2)[0]);
    if (byName.put(name, new Words(about, fields)) != null) {
      twice.add(name);
    }
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static String plain(String doc) {
    return doc.replaceAll("\\{@code\\s+([^}]+)}", "`$1`")
        .replaceAll("\\{@link\\s+#?([^}]+)}", "$1")
        .replaceAll("</?\\w+>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /**
   * @throws IllegalStateException where two records have the name
   */
  Optional<Words> of(String name) {
    if (twice.contains(name)) {
      throw new IllegalStateException(
          "two records are called %s: name one by @Schema(name = ...)".formatted(name));
    }
    return Optional.ofNullable(byName.get(name));
  }
}
