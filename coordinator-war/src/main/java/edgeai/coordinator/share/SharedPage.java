package edgeai.coordinator.share;

import edgeai.access.Secret;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page without a program in it: what is in it may come from strangers, and shows as text.
 *
 * @param nonce by which its own style counts
 */
record SharedPage(String html, String nonce) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String FRAME = template("frame.html");
  private static final String STYLE = template("style.css");
  private static final String GONE = template("gone.html");

  /**
   * @param link as it stands in the address
   */
  static SharedPage of(String video, FrameResult frame, Instant expires, String link) {
    return made(
        FRAME,
        Map.of(
            "video", escaped(video),
            "time", time(frame.mediaTimeMs()),
            "image", SharedFrameResource.PATH + escaped(link) + "/image",
            "width", String.valueOf(frame.width() == null ? 1280 : frame.width()),
            "height", String.valueOf(frame.height() == null ? 720 : frame.height()),
            "found", found(frame),
            "rows", rows(frame),
            "expires", DAY.format(expires)));
  }

  /** Of a link that shows nothing. */
  static SharedPage gone() {
    return made(GONE, Map.of());
  }

  String policy() {
    return String.join(
        "; ",
        "default-src 'none'",
        "img-src 'self'",
        "style-src 'nonce-" + nonce + "'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");
  }

  private static SharedPage made(String template, Map<String, String> parts) {
    String nonce = Secret.fresh().challenge();
    String page = template.replace("{{nonce}}", nonce).replace("{{style}}", STYLE);
    for (Map.Entry<String, String> part : parts.entrySet()) {
      page = page.replace("{{" + part.getKey() + "}}", part.getValue());
    }
    return new SharedPage(page, nonce);
  }

  private static String found(FrameResult frame) {
    String counts =
        frame.objectCounts().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "Nothing was detected in this frame." : escaped(counts);
  }

  private static String rows(FrameResult frame) {
    return frame.detections().stream()
        .sorted(Comparator.comparingDouble(Detection::confidence).reversed())
        .map(
            found ->
                "<tr><td>%s</td><td>%d %%</td></tr>"
                    .formatted(escaped(found.label()), Math.round(found.confidence() * 100)))
        .collect(Collectors.joining("\n"));
  }

  /** In minutes, seconds and hundredths. */
  static String time(Long mediaTimeMs) {
    if (mediaTimeMs == null) {
      return "an unknown time";
    }
    long hundredths = mediaTimeMs / 10;
    return "%d:%02d.%02d".formatted(hundredths / 6_000, hundredths / 100 % 60, hundredths % 100);
  }

  /** Braces, too, so that no part is taken for the place of another. */
  static String escaped(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> {
              switch (sign) {
                case '<', '>', '&', '"', '\'', '{', '}' ->
                    plain.append("&#").append(sign).append(';');
                default -> plain.appendCodePoint(Character.isISOControl(sign) ? ' ' : sign);
              }
            });
    return plain.toString();
  }

  private static String template(String name) {
    try (InputStream in = SharedPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }
}
