package edgeai.cli.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {
  @TempDir private Path archive;
  @TempDir private Path texts;

  @BeforeEach
  void lay() throws IOException {
    Files.writeString(texts.resolve("MIT.txt"), "Permission is granted");
    Files.createDirectories(archive.resolve("licences/own-1"));
    Path pages = Files.createDirectories(archive.resolve("licences/admin-war"));
    Files.writeString(pages.resolve("3rdpartylicenses.txt"), "Package: rxjs\nLicense: \"MIT\"\n");
  }

  private static DeliveredPart part(String name, String version, String licence) {
    return DeliveredPart.of(name)
        .version(version)
        .under(licence)
        .from("https://" + name + ".example");
  }

  private String written(DeliveredPart... parts) throws IOException {
    new Notices(archive, texts).write(List.of(parts));
    return Files.readString(archive.resolve(Notices.NAME));
  }

  @Test
  void eachPartSaysWhereItsTextIs() throws IOException {
    DeliveredPart natives =
        part("natives", "8-1", "MIT")
            .purl("pkg:maven/x/natives@8-1?classifier=linux-x86_64&type=jar");
    natives.with(part("Codec", "8", "MIT"));

    assertThat(written(part("own", "1", "OFL-1.1"), part("rxjs", "7", "Apache-2.0"), natives))
        .contains("| own | 1 | OFL-1.1 | `licences/own-1` | https://own.example |")
        .contains("| rxjs | 7 | Apache-2.0 | `licences/*-war/3rdpartylicenses.txt` |")
        .contains("| natives for linux-x86_64 | 8-1 | MIT | `licences/texts/MIT.txt` |")
        .contains("| Codec, in natives | 8 | MIT | `licences/texts/MIT.txt` |");
    assertThat(archive.resolve("licences/texts/MIT.txt")).hasContent("Permission is granted");
    assertThat(archive.resolve("licences/texts")).isDirectoryNotContaining("glob:**Apache*");
  }

  @Test
  void aLicenceWithoutATextIsNoNotice() {
    assertThatThrownBy(() -> written(part("a", "1", "WTFPL")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
