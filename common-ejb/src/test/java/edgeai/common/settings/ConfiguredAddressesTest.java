package edgeai.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.settings.SettingReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfiguredAddressesTest {
  @Test
  void oneThatIsNeverCalledIsNamedWithItsSetting() {
    Map<String, String> set =
        Map.of("ADMIN_URL", "http://10.0.0.7:8001", "COORDINATOR_URL", "http://169.254.169.254");

    assertThat(ConfiguredAddresses.refusal(new SettingReader(set::get)))
        .contains(
            "COORDINATOR_URL=http://169.254.169.254: 169.254.169.254 leads to 169.254.169.254,"
                + " which is link-local, multicast or of another kind that is never called");
    assertThat(ConfiguredAddresses.refusal(new SettingReader(name -> null))).isEmpty();
  }
}
