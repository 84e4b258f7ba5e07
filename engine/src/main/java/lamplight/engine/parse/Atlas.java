package lamplight.engine.parse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.parse.Sentence.Span;

/**
 * The rooms that a player can name: those where the player has been, and, where the party knows of
 * each other, those where another player is. No word tells of any other room.
 */
record Atlas(Lexicon lexicon, Scope scope) {

  /** The rooms that some words of a sentence can mean, all equally likely. */
  List<RoomId> rooms(Sentence sentence, Span span) {
    List<String> words = meaningful(sentence.words().subList(span.from(), span.to()));
    if (words.isEmpty()) {
      return List.of();
    }
    List<RoomId> fitting =
        scope.visited().stream().filter(room -> fits(words, name(room))).toList();
    List<RoomId> whole = fitting.stream().filter(room -> words.containsAll(name(room))).toList();
    List<RoomId> named = fitting.stream().filter(room -> isNoun(words, name(room))).toList();
    if (!whole.isEmpty() || !named.isEmpty()) {
      return whole.isEmpty() ? named : whole;
    }
    return known(words) ? List.of() : fitting;
  }

  /** Whether some words name the room where the player is, and nothing in it. */
  boolean isHere(Sentence sentence, Span span) {
    List<String> words = meaningful(sentence.words().subList(span.from(), span.to()));
    RoomId here = scope.sight().state().player(scope.player()).room();
    return scope.visited().contains(here)
        && fits(words, name(here))
        && isNoun(words, name(here))
        && !known(words);
  }

  /** The room of a player who is somewhere else, if the party knows of each other. */
  List<RoomId> roomOf(Sentence sentence, Span span) {
    List<String> words = meaningful(sentence.words().subList(span.from(), span.to()));
    return words.size() == 1 && scope.sight().world().info().partyAware()
        ? scope.absentPlayer(words.get(0)).map(Referent::value).map(PlayerId::new).stream()
            .map(player -> scope.sight().state().player(player).room())
            .toList()
        : List.of();
  }

  /** The words of all names that the player knows. */
  Set<String> words() {
    Set<String> words = new HashSet<>();
    scope.visited().forEach(room -> words.addAll(name(room)));
    return words;
  }

  /** Whether something in sight goes by these words too; then it is meant. */
  private boolean known(List<String> words) {
    return words.stream().allMatch(word -> lexicon.spellings(word).stream().anyMatch(scope::knows));
  }

  private boolean fits(List<String> words, List<String> name) {
    return words.stream()
        .allMatch(word -> lexicon.spellings(word).stream().anyMatch(name::contains));
  }

  private boolean isNoun(List<String> words, List<String> name) {
    String last = words.get(words.size() - 1);
    return lexicon.spellings(last).contains(name.get(name.size() - 1));
  }

  private List<String> name(RoomId id) {
    Room room = scope.sight().world().room(id);
    return meaningful(Sentence.of(room.name()).words());
  }

  private static List<String> meaningful(List<String> words) {
    List<String> meaningful =
        words.stream().filter(word -> !English.ARTICLES.contains(word)).toList();
    return meaningful.isEmpty() ? words : meaningful;
  }
}
