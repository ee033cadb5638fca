package edgeai.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Tool;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the proxies themselves think of the project's files for them. */
class ProxyFilesTest {
  private static final int NOBODY = 1;

  @ParameterizedTest
  @EnumSource(Proxy.class)
  void theFileIsSound(Proxy proxy) throws IOException, InterruptedException {
    Tool tool = proxy.required();
    ProxyPlaces places = ProxyPlaces.of("proxy-file-" + tool.name(), NOBODY);
    Tool.Verdict verdict =
        tool.judge(
            places.folder(), proxy.check(proxy.configuration(places)).toArray(String[]::new));
    assertThat(verdict.status()).as(verdict.said()).isZero();
  }
}
