package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import edgeai.systemtests.fixture.Lanes;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No test on servers runs beside others that use the same ones. */
class LanesTest {
  static Stream<Class<?>> testsOnServers() {
    return new ClassFileImporter()
        .importPackages("edgeai.systemtests").stream()
            .filter(type -> type.getSimpleName().endsWith("IT"))
            .map(JavaClass::reflect);
  }

  @ParameterizedTest
  @MethodSource("testsOnServers")
  void eachHasALane(Class<?> test) {
    assertThat(Lanes.lanes(test)).hasSize(1);
  }
}
