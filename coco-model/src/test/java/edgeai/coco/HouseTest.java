package edgeai.coco;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "edgeai.coco", importOptions = DoNotIncludeTests.class)
class HouseTest {
  @ArchTest
  static final ArchRule itNeedsWhatReadsJsonAndWritesOnnx =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "edgeai.coco",
              "java..",
              "com.fasterxml.jackson..",
              "ai.onnx.proto",
              "com.google.protobuf");
}
