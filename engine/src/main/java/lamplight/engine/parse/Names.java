package lamplight.engine.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lamplight.engine.model.Messages;
import lamplight.engine.model.Referent;

/** Names of things, for questions and for what is said in brackets. */
record Names(Scope scope, Messages messages) {
  String the(Referent referent) {
    return scope.name(referent, messages.plain("parser.the"), messages.plain("parser.yourself"));
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
    String words = preposition.isEmpty() ? all(referents) : preposition + " " + all(referents);
    return messages.plain("parser.assumed", "words", words);
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
  }
}
