package edgeai.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.fixture.SpokenLines;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.place.SettingFiles;
import edgeai.cli.run.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Commands as they are typed in a checkout that holds nothing. */
record CommandTyping(Path root, SpokenLines said) {
  void run(String... words) throws InterruptedException {
    Checkout checkout = new Checkout(root);
    Session session = new Session(said.console(), checkout, status -> {});
    SettingFiles files =
        SettingFiles.read(Environment.of(Map.of(), root), checkout, List.of(words));
    Context context =
        new Context(said.console(), checkout, files.environment(), session, files.configuration());
    String[] options = List.of(words).subList(1, words.length).toArray(String[]::new);
    assertThat(Commands.of(words[0], context, options).run()).isZero();
  }
}
