package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {

  private static final byte[] MODEL = "model".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  private ModelStore store;
  private String sha256;
  private int asked;

  @BeforeEach
  void open() throws IOException {
    store = new ModelStore(folder);
    sha256 = Sha256.of(new ByteArrayInputStream(MODEL));
  }

  private void write(Path file) throws IOException {
    asked++;
    Files.write(file, MODEL);
  }

  @Test
  void asksOnlyForWhatItDoesNotKeep() throws IOException {
    Path file = store.keep(sha256, this::write);

    assertThat(file).hasBinaryContent(MODEL);
    assertThat(store.keep(sha256, this::write)).isEqualTo(file);
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void knowsTheHashOfAThreeLetterWord() throws IOException {
    assertThat(Sha256.of(new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void doesNotKeepAnotherModelThanWasWanted() {
    assertThatThrownBy(() -> store.keep("0".repeat(64), this::write))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("0".repeat(64));
    assertThat(folder.resolve("models")).isEmptyDirectory();
  }

  @Test
  void keepsNothingOfASourceThatFails() {
    assertThatThrownBy(
            () ->
                store.keep(
                    sha256,
                    file -> {
                      write(file);
                      throw new IOException("the line went dead");
                    }))
        .hasMessage("the line went dead");
    assertThat(folder.resolve("models")).isEmptyDirectory();
  }
}
