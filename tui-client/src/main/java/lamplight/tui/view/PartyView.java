package lamplight.tui.view;

import java.util.List;
import lamplight.engine.sync.Known;
import lamplight.tui.state.Model;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Scene;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Width;
import lamplight.tui.text.Words;

/** The party: who, where, how well. Two rows each where there is room, else one. */
final class PartyView {
  private static final int FULL = 100;
  private static final int ENOUGH = 50;
  private static final int LITTLE = 25;

  /** Sign, a blank, the bar, a blank, three digits, and what parts the two gauges. */
  private static final int GAUGE_WITHOUT_BAR = 7;

  private static final int LONGEST_BAR = 12;

  /** Columns of the sign before a name. */
  private static final int SIGN = 2;

  private PartyView() {}

  static void draw(Canvas canvas, Rect rect, Model model) {
    Scene scene = model.scene();
    Words words = model.words();
    Canvas pane = canvas.part(rect.padded(1).inner());
    canvas.pane(
        rect, scene.score().map(score -> points(words, score)).orElse(words.say("party.title")));
    List<Scene.Member> party = scene.party();
    int each = pane.rows() >= 2 * party.size() ? 2 : 1;
    int shown = Math.min(party.size(), pane.rows() / each);
    for (int i = 0; i < shown; i++) {
      Scene.Member member = party.get(i);
      if (each == 2) {
        tall(pane.part(new Rect(0, 2 * i, pane.columns(), 2)), model, member);
      } else {
        flat(pane.part(new Rect(0, i, pane.columns(), 1)), model, member);
      }
    }
    if (shown < party.size()) {
      canvas
          .part(rect)
          .writeRight(
              rect.rows() - 1,
              " " + words.say("party.more", party.size() - shown) + " ",
              Ink.FAINT,
              2);
    }
  }

  private static String points(Words words, Known.Score score) {
    return words.say("party.points", score.points(), score.maximum());
  }

  private static void tall(Canvas pane, Model model, Scene.Member member) {
    String where = where(model, member);
    int room = pane.columns() - Width.of(where) - 1;
    pane.write(
        0, 0, Width.fit(typing(model, name(model.scene(), member), member), room), nameInk(member));
    link(pane, model, member);
    pane.writeRight(0, where, Ink.FAINT, 0);
    int half = (pane.columns() + 1) / 2;
    int bar = Math.min(LONGEST_BAR, half - GAUGE_WITHOUT_BAR);
    member
        .player()
        .ifPresent(
            player -> {
              gauge(pane, 0, "♥", player.health(), bar);
              gauge(pane, half, "♦", player.energy(), bar);
            });
  }

  private static void flat(Canvas pane, Model model, Scene.Member member) {
    String numbers = numbers(member);
    pane.write(
        0,
        0,
        Width.fit(
            typing(model, seat(model.words(), name(model.scene(), member), member), member),
            pane.columns() - Width.of(numbers) - 1),
        nameInk(member));
    link(pane, model, member);
    pane.writeRight(
        0, numbers, member.player().map(player -> ink(player.health())).orElse(Ink.FAINT), 0);
  }

  /** Health and energy; nothing of somebody of whom they are not known. */
  static String numbers(Scene.Member member) {
    return member
        .player()
        .map(player -> "♥%d ♦%d".formatted(player.health(), player.energy()))
        .orElse("");
  }

  /** The others' names stand for them. */
  private static void link(Canvas pane, Model model, Scene.Member member) {
    if (!model.scene().isMe(member)) {
      pane.link(SIGN, 0, member.name(), nameInk(member));
    }
  }

  static String name(Scene scene, Scene.Member member) {
    return scene.isMe(member) ? "@ " + member.name() : "  " + member.name();
  }

  static Ink nameInk(Scene.Member member) {
    return member.seat() == Known.Presence.Where.HERE ? Ink.PLAYER : Ink.FAINT;
  }

  /** A name, and whether its player is typing. */
  static String typing(Model model, String name, Scene.Member member) {
    return model.typing().isBy(member.id()) ? model.words().say("party.typing", name) : name;
  }

  /** A name, and whether somebody sits there. */
  static String seat(Words words, String name, Scene.Member member) {
    return member.seat() == Known.Presence.Where.HERE ? name : words.say("party.name.away", name);
  }

  /** Where the member is, if that is known, and whether somebody sits there. */
  private static String where(Model model, Scene.Member member) {
    Scene scene = model.scene();
    Words words = model.words();
    if (member.seat() != Known.Presence.Where.HERE) {
      return words.say("party.away");
    }
    if (scene.isMe(member)) {
      return words.say("party.you");
    }
    if (member.room().isEmpty() || ThingsView.isHere(scene, member)) {
      return member.room().isEmpty() ? "" : words.say("party.here");
    }
    return member
        .room()
        .map(scene.rooms()::get)
        .map(Known.Room::name)
        .orElse(words.say("party.elsewhere"));
  }

  private static void gauge(Canvas pane, int column, String sign, int value, int bar) {
    Ink ink = ink(value);
    int at = pane.write(column, 1, sign + " ", ink);
    if (bar >= 3) {
      int filled = Math.max(value > 0 ? 1 : 0, Math.min(bar, value * bar / FULL));
      at = pane.write(at, 1, "█".repeat(filled), ink);
      at = pane.write(at, 1, "░".repeat(bar - filled) + " ", Ink.FAINT);
    }
    pane.write(at, 1, "%d".formatted(value), ink);
  }

  private static Ink ink(int value) {
    return value > ENOUGH ? Ink.GOOD : value > LITTLE ? Ink.LOW : Ink.BAD;
  }
}
