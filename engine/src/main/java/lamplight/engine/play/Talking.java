package lamplight.engine.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lamplight.engine.model.Change;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Presence;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.Suggestion;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.TopicId;
import lamplight.engine.model.Truth;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Command;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Event;
import lamplight.engine.rules.Notice;
import lamplight.engine.rules.Talk;
import lamplight.engine.rules.Topic;

/** Speech between players, and talk with the people of the world. */
final class Talking {
  /** What programs are told of each way to speak, by its message. */
  private static final Map<String, String> NOTICES =
      Map.of("say", "SAID", "say.to", "SAID", "shout", "SHOUTED", "whisper", "WHISPERED");

  private Talking() {}

  static Map<String, Action> actions() {
    Map<String, Action> actions = new HashMap<>();
    actions.put("say", Talking::say);
    actions.put("reply", Talking::reply);
    actions.put("shout", Talking::shout);
    actions.put("whisper", Talking::whisper);
    actions.put("emote", Talking::emote);
    actions.put("talk", Talking::talk);
    actions.put("ask", Talking::ask);
    actions.put("tell", Talking::ask);
    actions.put("order", Talking::order);
    actions.put("ask_for", Talking::askFor);
    actions.put("show", Talking::show);
    actions.put("topics", Talking::topics);
    return actions;
  }

  private static void say(Performance performance, Command command) {
    if (nothingSaid(performance, command)) {
      return;
    }
    Optional<Referent> to = command.noun();
    if (to.equals(Optional.of(performance.actor()))) {
      performance.refuse(Refusal.NO_EFFECT, "whisper.self");
      return;
    }
    speak(performance, Audience.WITHIN_EARSHOT, to.isPresent() ? "say.to" : "say");
    if (to.orElse(null) instanceof ThingId person && performance.thing(person).isPerson()) {
      answer(performance, person, command.words());
    }
  }

  /** "Yes", to whoever is there to hear it. */
  private static void reply(Performance performance, Command command) {
    boolean heard =
        !performance.sight().company(performance.actor()).isEmpty()
            || !people(performance).isEmpty();
    if (heard) {
      say(performance, command);
    } else {
      performance.refuse(Refusal.NO_EFFECT, "say.unasked");
    }
  }

  private static void shout(Performance performance, Command command) {
    if (!nothingSaid(performance, command)) {
      speak(performance, Audience.ALL, "shout");
    }
  }

  private static void whisper(Performance performance, Command command) {
    if (nothingSaid(performance, command)) {
      return;
    }
    if (command.noun().orElse(null) instanceof PlayerId listener) {
      if (listener.equals(performance.actor())) {
        performance.refuse(Refusal.NO_EFFECT, "whisper.self");
        return;
      }
      speak(performance, new Audience.Only(listener), "whisper");
    } else if (command.noun().orElse(null) instanceof ThingId person
        && performance.thing(person).isPerson()) {
      speak(performance, Audience.ACTOR, "whisper");
      answer(performance, person, command.words());
    } else {
      performance.refuse(Refusal.NO_EFFECT, "whisper.nobody");
    }
  }

  /** Everybody reads it alike, the actor too: "Bea waves." */
  private static void emote(Performance performance, Command command) {
    if (!nothingSaid(performance, command)) {
      PlayerId actor = performance.actor();
      Line line =
          new Line(
              List.of(
                  new Span(Span.Kind.PLAYER, actor.value(), performance.player().name()),
                  Span.plain(" " + sentence(command.words()))));
      performance.tell(Audience.PRESENT, TextKind.SPEECH, new Event.Content.Ready(List.of(line)));
      performance.draft().notice("EMOTED", command.words());
    }
  }

  private static String sentence(String words) {
    boolean ends = ".!?…”\"'’)".indexOf(words.charAt(words.length() - 1)) >= 0;
    return ends ? words : words + ".";
  }

  private static boolean nothingSaid(Performance performance, Command command) {
    if (command.words().isBlank()) {
      performance.refuse(Refusal.INCOMPLETE, "say.what");
    }
    return performance.isRefused();
  }

  /** The actor and an audience read what was said, and their programs are given notice of it. */
  private static void speak(Performance performance, Audience to, String message) {
    Set<PlayerId> both = new TreeSet<>(to.listeners(performance.draft().facts()));
    both.add(performance.actor());
    both.forEach(listener -> speech(performance, new Audience.Only(listener), message));
    PlayerId actor = performance.actor();
    String type = NOTICES.getOrDefault(message, "SAID");
    String words = performance.draft().cause().words();
    performance.draft().tell(new Notice(type, actor.value(), words, both));
  }

  private static void speech(Performance performance, Audience to, String message) {
    performance.tell(to, TextKind.SPEECH, new Event.Content.Message(message));
  }

  private static void talk(Performance performance, Command command) {
    if (command.noun().equals(Optional.of(performance.actor()))) {
      performance.refuse(Refusal.NO_EFFECT, "whisper.self");
      return;
    }
    if (command.noun().orElse(null) instanceof PlayerId) {
      Draft draft = performance.draft();
      draft.as(
          draft.cause().withWords("Hello!"),
          () -> speak(performance, Audience.WITHIN_EARSHOT, "say.to"));
      return;
    }
    Optional<ThingId> person = person(performance, command, "talk.player");
    if (person.isEmpty()) {
      return;
    }
    Talk talk = performance.performer().rulebook().talk(person.get());
    performance.tell(Audience.PRESENT, TextKind.EVENT, new Event.Content.Message("talk"));
    if (!talk.greeting().isEmpty()) {
      performance.tell(
          Audience.PRESENT, TextKind.SPEECH, new Event.Content.Written(talk.greeting()));
    }
    offer(performance, person.get(), offered(performance, person.get(), talk));
  }

  private static void ask(Performance performance, Command command) {
    if (command.noun().equals(Optional.of(performance.actor()))) {
      performance.refuse(Refusal.NO_EFFECT, "whisper.self");
      return;
    }
    if (command.noun().orElse(null) instanceof PlayerId) {
      // To another player it is simply said.
      if (!nothingSaid(performance, command)) {
        speak(performance, Audience.WITHIN_EARSHOT, "say.to");
      }
      return;
    }
    if (command.noun().isEmpty()) {
      askWhoeverIsHere(performance, command);
      return;
    }
    Optional<ThingId> person = person(performance, command, "talk.player");
    if (person.isPresent()) {
      if (command.words().isBlank()) {
        talk(performance, command);
      } else {
        answer(performance, person.get(), command.words());
      }
    }
  }

  /** To another player it is said; of others it is for rules to know what they have. */
  private static void askFor(Performance performance, Command command) {
    if (command.noun().orElse(null) instanceof PlayerId
        && command.second().orElse(null) instanceof ThingId thing) {
      String words =
          performance
              .performer()
              .messages()
              .plain("ask_for.words", "thing", performance.theName(thing));
      Draft draft = performance.draft();
      draft.as(
          draft.cause().withWords(words),
          () -> speak(performance, Audience.WITHIN_EARSHOT, "say.to"));
    } else {
      performance.refuse(Refusal.NO_EFFECT, "no_effect.ask_for.noun");
    }
  }

  /** Nobody is named, and there is only one who could be meant. */
  private static void askWhoeverIsHere(Performance performance, Command command) {
    List<ThingId> people = people(performance);
    if (people.size() == 1) {
      Command named =
          new Command(
              command.action(),
              Optional.of(people.get(0)),
              command.second(),
              command.direction(),
              command.words());
      performance.performer().perform(performance.draft(), performance.actor(), named);
    } else {
      performance.refuse(Refusal.INCOMPLETE, people.isEmpty() ? "ask.nobody" : "ask.whom");
    }
  }

  private static void order(Performance performance, Command command) {
    if (command.noun().orElse(null) instanceof PlayerId) {
      ask(performance, command);
      return;
    }
    Optional<ThingId> person = person(performance, command, "talk.player");
    if (person.isPresent()) {
      Optional<Topic> topic = topic(performance, person.get(), command.words());
      if (topic.isPresent()) {
        raise(performance, topic.get());
      } else {
        performance.refuse(Refusal.NO_EFFECT, "order.unmoved");
      }
    }
  }

  /** A person answers words that were said to them. */
  private static void answer(Performance performance, ThingId person, String words) {
    Optional<Topic> topic = topic(performance, person, words);
    if (topic.isPresent()) {
      raise(performance, topic.get());
      return;
    }
    Talk talk = performance.performer().rulebook().talk(person);
    if (talk.otherwise().isEmpty()) {
      performance.tell(Audience.PRESENT, TextKind.SPEECH, new Event.Content.Message("ask.unknown"));
    } else {
      performance.tell(
          Audience.PRESENT, TextKind.SPEECH, new Event.Content.Written(talk.otherwise()));
    }
    offer(performance, person, offered(performance, person, talk));
  }

  private static void raise(Performance performance, Topic topic) {
    Draft draft = performance.draft();
    performance.tell(Audience.PRESENT, TextKind.SPEECH, new Event.Content.Written(topic.say()));
    performance.tellNow();
    draft.change(new Change.Raised(new Suggestion(topic.person(), topic.id())));
    Effect.applyAll(topic.effects(), draft);
    for (TopicId next : topic.suggests()) {
      Suggestion suggestion = new Suggestion(topic.person(), next);
      if (!draft.state().suggested().contains(suggestion)) {
        draft.change(new Change.Suggested(suggestion));
      }
    }
    offer(performance, topic.person(), topic.suggests());
  }

  /** What there is to ask those who are here. */
  private static void topics(Performance performance, Command command) {
    List<ThingId> people = people(performance);
    boolean any = false;
    for (ThingId person : people) {
      Talk talk = performance.performer().rulebook().talk(person);
      List<TopicId> offered = offered(performance, person, talk);
      offer(performance, person, offered);
      any |= !offered.isEmpty();
    }
    if (!any) {
      performance.say(people.isEmpty() ? "ask.nobody" : "topics.none");
    }
  }

  private static List<ThingId> people(Performance performance) {
    return performance.sight().seen(performance.actor()).stream()
        .filter(thing -> performance.thing(thing).isPerson())
        .toList();
  }

  private static void offer(Performance performance, ThingId person, List<TopicId> topics) {
    if (!topics.isEmpty()) {
      performance.tell(Audience.ACTOR, TextKind.HINT, new Event.Content.Offers(person, topics));
    }
  }

  private static List<TopicId> offered(Performance performance, ThingId person, Talk talk) {
    List<TopicId> offered = new ArrayList<>();
    for (Topic topic : talk.topics()) {
      boolean raised =
          topic.offered()
              || performance.state().suggested().contains(new Suggestion(person, topic.id()));
      if (raised && topic.when().test(performance.draft().facts()) == Truth.YES) {
        offered.add(topic.id());
      }
    }
    return offered;
  }

  /** The topic that words raise: the one of which most words are among them. */
  private static Optional<Topic> topic(Performance performance, ThingId person, String words) {
    List<String> said =
        Arrays.asList(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}'-]+", -1));
    Optional<Topic> best = Optional.empty();
    long most = 0;
    for (Topic topic : performance.performer().rulebook().talk(person).topics()) {
      long hits = topic.words().stream().filter(said::contains).count();
      if (hits > most && topic.when().test(performance.draft().facts()) == Truth.YES) {
        best = Optional.of(topic);
        most = hits;
      }
    }
    return best;
  }

  private static Optional<ThingId> person(
      Performance performance, Command command, String ofPlayer) {
    Optional<ThingId> noun = Handling.thing(performance, command.noun(), ofPlayer);
    if (noun.isPresent() && !performance.thing(noun.get()).isPerson()) {
      performance.refuse(Refusal.NO_EFFECT, "talk.thing");
      return Optional.empty();
    }
    return noun;
  }

  private static void show(Performance performance, Command command) {
    Optional<ThingId> noun = Handling.thing(performance, command.noun(), "show.player");
    if (noun.isEmpty() || command.second().isEmpty()) {
      return;
    }
    if (!performance.inHand(noun.get())) {
      return;
    }
    if (command.second().get() instanceof PlayerId reader) {
      if (performance.state().player(reader).presence() == Presence.AWAY) {
        performance.refuse(Refusal.NO_EFFECT, "show.away");
        return;
      }
      performance.act("show");
      performance.tell(
          new Audience.Only(reader), TextKind.RESULT, new Event.Content.Examined(noun.get()));
    } else if (performance.thing((ThingId) command.second().get()).isPerson()) {
      performance.refuse(Refusal.NO_EFFECT, "show.unmoved");
    } else {
      performance.refuse(Refusal.NOT_POSSIBLE, "show.thing");
    }
  }
}
