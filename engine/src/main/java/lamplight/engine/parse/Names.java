package lamplight.engine.parse;

import java.util.List;
import lamplight.engine.model.Messages;
import lamplight.engine.model.Referent;

/** Names of things, for questions and for what is said in brackets. */
record Names(Scope scope, Messages messages) {
  String the(Referent referent) {
    return scope.name(
        referent,
        messages.plain("parser.the", "name", "{name}"),
        messages.plain("parser.yourself"));
  }

  String all(List<Referent> referents) {
    return list(referents.stream().map(this::the).toList(), "parser.and");
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
}
