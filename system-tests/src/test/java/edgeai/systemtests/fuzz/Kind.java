package edgeai.systemtests.fuzz;

import java.util.Arrays;

/** What is wrong with a case, and how often that is drawn, of a thousand. */
enum Kind {
  METHOD("method", 60, Drawing.anyCall(Wrongs::method)),
  PATH("path", 140, Drawing.anyCall(Wrongs::path)),
  QUERY("query", 130, Drawing.anyCall(Wrongs::query)),
  HEADERS("headers", 160, Drawing.anyCall(WrongHeaders::spoil)),
  JSON("json", 250, Drawing.withBody(Content::isJson, Wrongs::json)),
  FORM("form", 20, Drawing.withBody(Content::isForm, WrongForms::spoil)),
  BYTES("bytes", 70, Drawing.withBody(Content::isFile, Wrongs::bytes)),
  RAW("raw", 90, (dice, site) -> RawRequests.draw(dice, site.any(dice))),
  SOCKET("websocket", 60, SocketCase::draw),
  MEDIA("media", 15, MediaCase::draw),
  ANSWERS("workers", 5, RogueCase::draw);

  private final String title;
  private final int share;
  private final Drawing drawing;

  Kind(String title, int share, Drawing drawing) {
    this.title = title;
    this.share = share;
    this.drawing = drawing;
  }

  String title() {
    return title;
  }

  Case draw(Dice dice, Site site) {
    return drawing.of(dice, site);
  }

  static Kind of(Dice dice) {
    int drawn = dice.below(Arrays.stream(values()).mapToInt(kind -> kind.share).sum());
    for (Kind kind : values()) {
      drawn -= kind.share;
      if (drawn < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("shares are less than their sum");
  }
}
