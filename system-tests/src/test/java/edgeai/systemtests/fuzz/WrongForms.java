package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/** What may be wrong with a multipart form. */
final class WrongForms {
  private static final String BOUNDARY = "----edge0123456789";
  private static final List<String> FIELDS =
      List.of("sample_fps", "confidence", "classes", "skip_still", "tiles", "model", "nothing", "");

  private WrongForms() {}

  static void spoil(Dice dice, Request request) {
    String form = new String(request.body, ISO_8859_1);
    String spoilt =
        switch (dice.below(14)) {
          case 0 ->
              form.replace(
                  "name=\"file\"", dice.of("name=\"fail\"", "name=file", "name=\"\"", "name"));
          case 1 -> form.replace("form-data;", dice.of("attachment;", "", "form-data"));
          case 2 -> form.replaceFirst("filename=\"[^\"]*\"", filename(dice));
          case 3 -> form.substring(0, dice.below(form.length()));
          case 4 -> form.replace("--" + BOUNDARY + "--", "");
          case 5 -> form.replaceFirst("--" + BOUNDARY, dice.of("", "--", "--x", "-" + BOUNDARY));
          case 6 -> form.replace("\r\n", "\n");
          case 7 -> fields(dice) + form;
          case 8 -> form + form;
          case 9 ->
              form.replaceFirst(
                  "\r\n\r\n", "\r\n" + "X-Part: a\r\n".repeat(dice.of(1, 50, 5_000)) + "\r\n");
          case 10 ->
              form.replaceFirst(
                  "application/octet-stream",
                  dice.of("text/plain; charset=x", "multipart/mixed; boundary=b", "", "a"));
          case 11 -> fields(dice).repeat(dice.of(1, 20, 300)) + "--" + BOUNDARY + "--\r\n";
          case 12 ->
              form.replaceFirst(
                  "\r\n\r\n",
                  "\r\nContent-Transfer-Encoding: "
                      + dice.of("base64", "quoted-printable", "x")
                      + "\r\n\r\n");
          default -> new String(ByteSpoiler.spoil(dice, request.body), ISO_8859_1);
        };
    request.content(spoilt.getBytes(ISO_8859_1));
    if (dice.oneIn(4)) {
      request.without("Content-Type");
      request.header(
          "Content-Type",
          "multipart/form-data"
              + dice.of(
                  "",
                  "; boundary",
                  "; boundary=",
                  "; boundary=\"",
                  "; boundary=" + "b".repeat(300),
                  "; boundary=a; boundary=" + BOUNDARY));
    }
  }

  private static String filename(Dice dice) {
    String name = Texts.onBytes(Texts.odd(dice)).replaceAll("[\r\n\"$\\\\]", "%");
    return dice.of("filename=\"" + name + "\"", "filename*=UTF-8''%ff", "filename=", "");
  }

  private static String fields(Dice dice) {
    StringBuilder fields = new StringBuilder();
    for (int i = dice.between(1, 3); i > 0; i--) {
      fields
          .append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
          .append(dice.of(FIELDS))
          .append("\"\r\n\r\n")
          .append(Texts.onBytes(Texts.odd(dice)))
          .append("\r\n");
    }
    return fields.toString();
  }
}
