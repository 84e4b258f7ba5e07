package lamplight.engine.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Article;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Referent;
import lamplight.engine.model.State;
import lamplight.engine.model.Template.NameForm;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.World;
import lamplight.engine.prose.Span;

/** Names things, people and players for one reader. */
record Namer(World world, State state, PlayerId reader) {
  private static final Span COMMA = Span.plain(", ");

  /** A name as a marked run of words: the lamp, a lamp, Ada, you. */
  Span name(Referent referent, NameForm form, boolean capital) {
    if (referent instanceof ThingId thing) {
      return thing(thing, form, capital);
    }
    PlayerId player = (PlayerId) referent;
    String words = player.equals(reader) ? "you" : playerName(player);
    return new Span(Span.Kind.PLAYER, player.value(), capital ? Grammar.capital(words) : words);
  }

  /** Whether verbs after the name are those of "they" or "you". */
  boolean plural(Referent referent) {
    return referent instanceof ThingId thing
        ? world.thing(thing).plural()
        : referent.equals(reader);
  }

  /** Another player's name as a marked run of words. */
  Span player(PlayerState other) {
    return new Span(Span.Kind.PLAYER, other.id().value(), other.name());
  }

  /** A player's name; the id of one who has left. */
  String playerName(PlayerId player) {
    return Optional.ofNullable(state.players().get(player))
        .map(PlayerState::name)
        .orElse(player.value());
  }

  /** A name for each of some things. What nobody can tell apart is counted. */
  List<Span> names(List<ThingId> things, NameForm form) {
    Map<ThingId, List<ThingId>> alike = new LinkedHashMap<>();
    for (ThingId thing : things) {
      alike.computeIfAbsent(world.thing(thing).alike(), first -> new ArrayList<>()).add(thing);
    }
    List<Span> names = new ArrayList<>();
    for (List<ThingId> group : alike.values()) {
      names.add(group.size() == 1 ? thing(group.get(0), form, false) : several(group, form));
    }
    return names;
  }

  /** Commas between names, and a word in front of the last. */
  static List<Span> inARow(List<Span> names, String and) {
    List<Span> row = new ArrayList<>(2 * names.size());
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        row.add(i == names.size() - 1 ? Span.plain(" " + and + " ") : COMMA);
      }
      row.add(names.get(i));
    }
    return row;
  }

  private Span thing(ThingId id, NameForm form, boolean capital) {
    Thing thing = world.thing(id);
    String article =
        switch (form) {
          case NAME -> "";
          case THE -> thing.article() == Article.NONE ? "" : "the ";
          case A -> indefinite(thing);
        };
    String words = article + thing.name();
    return new Span(kind(thing), id.value(), capital ? Grammar.capital(words) : words);
  }

  private static Span.Kind kind(Thing thing) {
    return thing.isPerson() ? Span.Kind.PERSON : Span.Kind.ITEM;
  }

  private static String indefinite(Thing thing) {
    return switch (thing.article()) {
      case A -> "a ";
      case AN -> "an ";
      case SOME -> "some ";
      case THE -> "the ";
      case NONE -> "";
    };
  }

  private Span several(List<ThingId> group, NameForm form) {
    Thing thing = world.thing(group.get(0));
    int last = thing.name().lastIndexOf(' ') + 1;
    String plural = thing.name().substring(0, last) + Grammar.plural(thing.name().substring(last));
    String count = Grammar.number(group.size()) + " ";
    return new Span(
        kind(thing), thing.id().value(), (form == NameForm.THE ? "the " : "") + count + plural);
  }
}
