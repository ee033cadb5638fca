package edgeai.systemtests.deployment;

import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A reverse proxy that the project has a file for. */
enum Proxy {
  NGINX("nginx", "nginx.conf") {
    @Override
    String adapted(String text, ProxyPlaces places) {
      return """
      daemon off;
      pid %1$s/nginx.pid;
      error_log stderr;
      events {}
      http {
      access_log off;
      client_body_temp_path %1$s/body;
      proxy_temp_path %1$s/proxy;
      %2$s
      }
      """
          .formatted(
              places.folder(),
              text.replace("listen 443 ssl", "listen 127.0.0.1:" + places.port() + " ssl"));
    }

    @Override
    List<String> check(Path config) {
      return List.of("-t", "-e", "stderr", "-c", config.toString());
    }

    @Override
    List<String> run(Path config) {
      return List.of("-e", "stderr", "-c", config.toString());
    }
  },

  CADDY("caddy", "Caddyfile") {
    @Override
    String adapted(String text, ProxyPlaces places) {
      return """
      {
      admin off
      default_bind 127.0.0.1
      auto_https disable_redirects
      }
      """
          + text.replace("edge.example.org", "https://localhost:" + places.port())
              .replace("cameras.example.org", "https://cameras.localhost:" + places.port());
    }

    @Override
    List<String> check(Path config) {
      return List.of("validate", "--adapter", "caddyfile", "--config", config.toString());
    }

    @Override
    List<String> run(Path config) {
      return List.of("run", "--adapter", "caddyfile", "--config", config.toString());
    }
  };

  private static final Path FILES = Build.root().resolve("payara-config/proxy");

  private final Tool tool;
  private final String file;

  Proxy(String program, String file) {
    this.tool = new Tool(program);
    this.file = file;
  }

  /** The project's text as it is, with ports and folders of a test. */
  abstract String adapted(String text, ProxyPlaces places);

  /** What the program is told to look at a file and do no more. */
  abstract List<String> check(Path config);

  /** What it is told to stay, in the foreground. */
  abstract List<String> run(Path config);

  /** Leaves out a test where this machine has no such proxy. */
  Tool required() {
    return tool.required("Debian: apt install " + tool.name());
  }

  /** Writes the file for a test. */
  Path configuration(ProxyPlaces places) throws IOException {
    String text =
        Files.readString(FILES.resolve(file))
            .replace("127.0.0.1:8000", "127.0.0.1:" + places.coordinator())
            .replace("/etc/edge/tls/cert.pem", places.certificate().toString())
            .replace("/etc/edge/tls/key.pem", places.key().toString());
    return Files.writeString(places.folder().resolve(file), adapted(text, places));
  }
}
