package lamplight.engine.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lamplight.engine.model.Messages;
import lamplight.engine.model.Referent;
import lamplight.engine.model.ThingId;

/** Names of things, for questions and for what is said in brackets. */
record Names(Scope scope, Messages messages) {
  String the(Referent referent) {
    return scope.name(referent, messages.plain("parser.the"), messages.plain("parser.yourself"));
  }

  /** A thing with where it is, to tell it from another of the same name. */
  String where(Referent referent) {
    Optional<Referent> holder = scope.holder(referent);
    if (holder.isEmpty()) {
      return messages.plain("parser.where.here", "thing", the(referent));
    }
    boolean on =
        holder.get() instanceof ThingId thing
            && scope.sight().world().thing(thing).supporter().isPresent();
    String key =
        holder.get().equals(scope.player())
            ? "parser.where.mine"
            : scope.isPerson(holder.get())
                ? "parser.where.held"
                : on ? "parser.where.on" : "parser.where.in";
    return messages.plain(key, "thing", the(referent), "holder", the(holder.get()));
  }

  /** A name with its article, at the beginning of a sentence. */
  String capital(Referent referent) {
    String name = the(referent);
    return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }

  String all(List<Referent> referents) {
    Map<Referent, List<Referent>> kinds =
        referents.stream()
            .collect(Collectors.groupingBy(scope::kind, LinkedHashMap::new, Collectors.toList()));
    return list(kinds.values().stream().map(this::several).toList(), "parser.and");
  }

  /** Copies that nobody can tell apart, in the plural. */
  private String several(List<Referent> copies) {
    String one = the(copies.get(0));
    int noun = one.lastIndexOf(' ') + 1;
    return copies.size() == 1
        ? one
        : one.substring(0, noun) + last(English.plurals(one.substring(noun)));
  }

  /** "the lamp, the rope or the key", with the word of a message. */
  String list(List<String> names, String key) {
    String last = names.get(names.size() - 1);
    return names.size() == 1
        ? last
        : String.join(", ", names.subList(0, names.size() - 1))
            + " "
            + messages.plain(key)
            + " "
            + last;
  }

  /** What was taken for granted, in brackets; the word in front of it is "" or "to", "in"… */
  String assumed(String preposition, List<Referent> referents) {
    boolean alone = referents.size() == 1 && hasNamesake(referents.get(0));
    String names = alone ? where(referents.get(0)) : all(referents);
    String words = preposition.isEmpty() ? names : preposition + " " + names;
    return messages.plain("parser.assumed", "words", words);
  }

  /** Whether something else in sight has the same name. */
  private boolean hasNamesake(Referent referent) {
    return scope.present().stream()
        .anyMatch(
            other ->
                !scope.kind(other).equals(scope.kind(referent))
                    && the(other).equals(the(referent)));
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
  }
}
