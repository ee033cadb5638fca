package edgeai.settings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = {"edgeai.settings", "edgeai.access", "edgeai.audit"},
    importOptions = DoNotIncludeTests.class)
class HouseTest {
  @ArchTest
  static final ArchRule settingsNeedNothingButTheJdk =
      classes()
          .that()
          .resideInAPackage("edgeai.settings..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("edgeai.settings..", "java..", "javax.net.ssl..");

  @ArchTest
  static final ArchRule accessNeedsNothingButTheJdk =
      classes()
          .that()
          .resideInAPackage("edgeai.access")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("edgeai.access", "java..", "javax.crypto..");

  @ArchTest
  static final ArchRule auditNeedsNothingButTheJdkAndPrivateFiles =
      classes()
          .that()
          .resideInAPackage("edgeai.audit")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("edgeai.access", "edgeai.audit", "java..");
}
