package lamplight.engine.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Place;
import lamplight.engine.model.Room;
import lamplight.engine.model.Template;
import lamplight.engine.model.Text;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;

/**
 * Nouns of a room's description that nothing there answers to. It is a guess: what stands behind an
 * article is taken for a noun with its adjectives, up to a little word or a comma. So it is asked
 * for, and never done by itself.
 */
final class Nouns {
  /** A noun with its adjectives is hardly longer. */
  private static final int LONGEST = 4;

  private static final Pattern TOKEN = Pattern.compile("[\\p{L}'’-]+|[^\\s\\p{L}]");
  private static final Set<String> ARTICLES =
      words("a an the some two three four five six seven eight nine ten his her its their your");
  private static final Set<String> ENDS =
      words(
          "of in on at with from to and or but that which who whose where when while under over above below behind"
              + " beside into onto by for as is are was were has have had goes go leads lead stands stand lies lie"
              + " hangs hang runs run against through across round around along than like it you there here up down"
              + " not no so before after between among within without its they them this these those if");
  private static final Set<String> NO_THINGS =
      words(
          "way ways side sides end ends middle place places time times size other others one ones first last next"
              + " same top bottom foot head night day days morning evening year years moment little lot kind world"
              + " dark left right front back rest best whole half thing things word words");

  private Nouns() {}

  static void unanswered(Inspection inspection) {
    for (Room room : inspection.world().rooms().values()) {
      Set<String> known = known(inspection, room);
      for (String phrase : phrases(List.of(room.description(), room.first()))) {
        if (Stream.of(phrase.split(" ", -1)).noneMatch(word -> answers(known, word))) {
          inspection.warning(
              room.id(),
              "nothing in room \"" + room.id() + "\" answers to \"" + phrase + "\"",
              "give it scenery, or leave it");
        }
      }
    }
  }

  private static boolean answers(Set<String> known, String word) {
    return known.contains(word)
        || known.contains(word + "s")
        || (word.endsWith("s") && known.contains(word.substring(0, word.length() - 1)));
  }

  /** The words of all that is, or can come to be, in a room; of rooms; and such as name nothing. */
  private static Set<String> known(Inspection inspection, Room room) {
    Set<String> known = new HashSet<>(NO_THINGS);
    for (Direction direction : Direction.values()) {
      known.add(direction.word());
    }
    inspection.world().rooms().values().forEach(other -> known.addAll(tokens(other.name())));
    Set<ThingId> doors = Set.copyOf(inspection.world().doors(room.id()));
    for (Thing thing : inspection.world().things().values()) {
      boolean elsewhere = thing.start() instanceof Place.InRoom in && !in.room().equals(room.id());
      boolean door = thing.kind() == Thing.Kind.DOOR && !doors.contains(thing.id());
      if (!elsewhere && !door) {
        known.addAll(thing.nouns());
        known.addAll(thing.adjectives());
      }
    }
    return known;
  }

  private static List<String> phrases(List<Text> texts) {
    List<String> phrases = new ArrayList<>();
    for (Text text : texts) {
      for (Text.Part part : text.parts()) {
        for (Template.Piece piece : part.text().pieces()) {
          if (piece instanceof Template.Words words) {
            collect(words.text(), phrases);
          }
        }
      }
    }
    return phrases.stream().distinct().toList();
  }

  private static void collect(String text, List<String> phrases) {
    List<String> phrase = new ArrayList<>();
    boolean open = false;
    for (String word : tokens(text)) {
      boolean article = ARTICLES.contains(word);
      if (article || ends(word) || phrase.size() == LONGEST) {
        finish(phrase, phrases);
        open = article;
      } else if (open) {
        phrase.add(word);
      }
    }
    finish(phrase, phrases);
  }

  private static boolean ends(String word) {
    return ENDS.contains(word) || !Character.isLetter(word.charAt(0));
  }

  private static void finish(List<String> phrase, List<String> phrases) {
    if (!phrase.isEmpty()) {
      phrases.add(String.join(" ", phrase));
      phrase.clear();
    }
  }

  /** Words in lower case, and signs. */
  static List<String> tokens(String text) {
    return TOKEN.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }
}
