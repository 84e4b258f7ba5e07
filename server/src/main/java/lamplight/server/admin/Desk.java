package lamplight.server.admin;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lamplight.engine.archive.Export;
import lamplight.engine.archive.Transcript;
import lamplight.engine.model.PlayerId;
import lamplight.engine.session.SeatSecrets;
import lamplight.engine.session.SessionId;
import lamplight.engine.session.SessionSummary;
import lamplight.engine.session.SessionSummary.SeatSummary;
import lamplight.server.runtime.Gateway;
import lamplight.server.runtime.Machine;
import lamplight.server.runtime.RefusedException;
import lamplight.server.runtime.Scribe;
import lamplight.server.runtime.ShelvedWorld;

/**
 * Carries the host's orders out in the running server, and words what came of them for people or
 * for scripts.
 */
final class Desk {
  /** A session that does not answer for so long is stuck; the host is told. */
  private static final long ANSWER_SECONDS = 10;

  private final Gateway gateway;
  private final Runnable restart;

  /**
   * @param restart stops the server, and has it started again
   */
  Desk(Gateway gateway, Runnable restart) {
    this.gateway = gateway;
    this.restart = restart;
  }

  /**
   * Carries a request out.
   *
   * @param file what is to be imported
   */
  Answer answer(Request request, byte[] file) {
    try {
      return carryOut(request, file);
    } catch (RefusedException e) {
      return Answer.refused(request.json(), e.words());
    }
  }

  private Answer carryOut(Request request, byte[] file) throws RefusedException {
    boolean json = request.json();
    List<String> words = request.words();
    return switch (request.deed()) {
      case STATS -> stats(json, words.get(0));
      case WORLDS -> worlds(json);
      case RESTART -> restart(json);
      case TRANSCRIPT -> about(json, words.get(0), session -> transcript(json, session.id()));
      case EXPORT -> about(json, words.get(0), session -> file(gateway.scribe().export(session)));
      case IMPORT -> adopt(json, words.get(0), file, word(words.get(1)));
      case FORK -> copy(json, words.get(0), Optional.empty());
      case REWIND -> copy(json, words.get(0), Optional.of(words.get(1)));
      case LIST -> list(json);
      case SHOW -> about(json, words.get(0), session -> show(json, session));
      case CREATE -> create(json, words.get(0), words.get(1));
      case SAY ->
          answer(
              json,
              words.get(0),
              "Said.",
              gateway
                  .orders()
                  .order(
                      new SessionId(words.get(0)),
                      (session, now) -> session.say(words.get(1), now)));
      case KICK -> about(json, words.get(0), session -> kick(json, session, words.get(1)));
      case DELETE -> about(json, words.get(0), session -> delete(json, session.id()));
    };
  }

  /**
   * @param collect whether garbage is collected first; not if empty
   */
  private Answer stats(boolean json, String collect) throws RefusedException {
    if (!collect.isEmpty()) {
      Machine.collect();
    }
    return await(gateway.stats())
        .map(stats -> StatsReport.of(json, stats))
        .orElseGet(() -> Answer.refused(json, "the server is too busy to say how it does"));
  }

  private Answer restart(boolean json) {
    restart.run();
    return Answer.done(
        json, "Players are told, and the server starts again.\n", Map.of("done", true));
  }

  private static Answer file(Export.File file) {
    String begins = "the file begins at step " + file.first();
    String why =
        file.whole()
            ? "; what was before is not kept"
            : ", because all of the game is more than a file may have";
    return Answer.file(file.bytes(), file.first() > 1 ? begins + why : "");
  }

  private Answer adopt(boolean json, String file, byte[] bytes, Optional<String> password)
      throws RefusedException {
    String name = file.equals("-") ? "standard input" : file;
    return copied(json, name, gateway.scribe().adopt(name, bytes, password));
  }

  private Answer transcript(boolean json, SessionId session) throws RefusedException {
    Transcript transcript = new Transcript(ZoneId.systemDefault());
    List<String> lines = new ArrayList<>();
    gateway
        .scribe()
        .records(
            session,
            record -> {
              if (lines.isEmpty() && record.sequence() > 1) {
                lines.add("(What was before step " + record.sequence() + " is not kept.)");
              }
              lines.addAll(transcript.next(record));
            });
    return Answer.done(json, String.join("\n", lines) + "\n", lines);
  }

  private Answer delete(boolean json, SessionId session) throws RefusedException {
    gateway.orders().delete(session, "The host has ended this game.");
    return Answer.done(json, "Deleted.\n", Map.of("done", true));
  }

  private Answer copy(boolean json, String code, Optional<String> moment) throws RefusedException {
    return about(
        json, code, session -> copied(json, code, gateway.scribe().copy(session.id(), moment)));
  }

  /** What came of a copy, with the words that the host has to tell the players. */
  private static Answer copied(boolean json, String from, Scribe.Copied copy) {
    Table table = new Table("PLAYER", "NAME", "TO COME BACK");
    List<Map<String, Object>> seats = new ArrayList<>();
    for (SeatSecrets.Key seat : copy.seats()) {
      table.row(seat.player(), seat.name(), "resume " + seat.words());
      seats.add(Map.of("player", seat.player(), "name", seat.name(), "words", seat.words()));
    }
    String words =
        "%s: %s, made of %s at step %d\n"
            .formatted(copy.session(), copy.world(), from, copy.step());
    return Answer.done(
        json,
        copy.seats().isEmpty() ? words : words + table.text(),
        Map.of(
            "session", copy.session(), "world", copy.world(), "step", copy.step(), "seats", seats));
  }

  private interface About {
    Answer answer(SessionSummary session) throws RefusedException;
  }

  private Answer about(boolean json, String code, About about) throws RefusedException {
    Optional<SessionSummary> session = gateway.session(new SessionId(code));
    return session.isPresent() ? about.answer(session.get()) : unknown(json, code);
  }

  /** An empty word stands for none. */
  private static Optional<String> word(String word) {
    return Optional.of(word).filter(some -> !some.isEmpty());
  }

  private Answer worlds(boolean json) {
    List<ShelvedWorld> worlds = gateway.shelved();
    Table table = new Table("WORLD", "EDITION", "STANDING", "GAMES", "FOLDER");
    StringBuilder problems = new StringBuilder();
    for (ShelvedWorld world : worlds) {
      table.row(
          world.id(),
          world.edition() == 0 ? "-" : world.edition(),
          word(world.standing()),
          games(world),
          world.folder());
      world.problems().forEach(problem -> problems.append(problem).append('\n'));
    }
    return Answer.done(json, table.text() + problems, worlds.stream().map(this::facts).toList());
  }

  private long games(ShelvedWorld world) {
    return gateway.sessions().stream()
        .filter(session -> session.world().value().equals(world.id()))
        .count();
  }

  /** What scripts are told of a world. */
  private Map<String, Object> facts(ShelvedWorld world) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("world", world.id());
    facts.put("edition", world.edition());
    facts.put("standing", word(world.standing()));
    facts.put("games", games(world));
    facts.put("folder", world.folder());
    facts.put("problems", world.problems().stream().map(Object::toString).toList());
    return facts;
  }

  private Answer list(boolean json) {
    List<SessionSummary> sessions = gateway.sessions();
    Table table = new Table("SESSION", "WORLD", "SEATS", "HERE", "PASSWORD", "HOST");
    for (SessionSummary session : sessions) {
      table.row(
          session.id(),
          session.world(),
          session.seats().size() + "/" + session.maximum(),
          here(session),
          session.locked() ? "yes" : "no",
          session.host().map(PlayerId::toString).orElse("-"));
    }
    String words =
        sessions.isEmpty()
            ? "Nobody plays. Open a game with: lamplight admin sessions create WORLD\n"
            : table.text();
    return Answer.done(json, words, sessions.stream().map(Desk::facts).toList());
  }

  private static Answer show(boolean json, SessionSummary session) {
    String head =
        session.id()
            + ": "
            + session.title()
            + " ("
            + session.world()
            + "), "
            + session.seats().size()
            + " of "
            + session.maximum()
            + " seats taken"
            + (session.locked() ? ", with a password" : "")
            + ", version "
            + session.version()
            + "\n";
    Table table = new Table("PLAYER", "NAME", "PRESENCE", "BY", "HOST");
    for (SeatSummary seat : session.seats()) {
      table.row(
          seat.player(),
          seat.name(),
          word(seat.presence()),
          word(seat.kind()),
          isHost(session, seat) ? "yes" : "");
    }
    return Answer.done(
        json, session.seats().isEmpty() ? head : head + table.text(), facts(session));
  }

  private Answer create(boolean json, String world, String password) throws RefusedException {
    return await(gateway.orders().create(world, word(password)))
        .flatMap(made -> made)
        .map(id -> Answer.done(json, id + "\n", Map.of("session", id)))
        .orElseGet(() -> Answer.refused(json, notMade(world)));
  }

  private String notMade(String world) {
    return gateway.worlds().contains(world)
        ? "there is no room for one more game; \"sessions close\" ends one"
        : "there is no world \""
            + world
            + "\" on the shelf; there is "
            + String.join(", ", gateway.worlds());
  }

  private Answer kick(boolean json, SessionSummary session, String player) throws RefusedException {
    boolean sits = session.seats().stream().anyMatch(seat -> seat.player().value().equals(player));
    if (!sits) {
      return Answer.refused(
          json, "no player \"" + player + "\" sits in " + session.id() + "; \"show\" lists them");
    }
    return answer(
        json,
        session.id().code(),
        "Kicked.",
        gateway
            .orders()
            .change(
                session.id(),
                (playing, now) ->
                    playing.kick(new PlayerId(player), "The host has taken your seat away.", now)));
  }

  private static Answer answer(
      boolean json, String code, String done, CompletableFuture<Boolean> order)
      throws RefusedException {
    boolean carriedOut = await(order).orElse(false);
    return carriedOut ? Answer.done(json, done + "\n", Map.of("done", true)) : unknown(json, code);
  }

  private static Answer unknown(boolean json, String code) {
    return Answer.refused(json, "there is no session \"" + code + "\"; \"list\" shows them");
  }

  private static <T> Optional<T> await(CompletableFuture<T> answer) throws RefusedException {
    try {
      return Optional.of(answer.get(ANSWER_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RefusedException refused) {
        throw refused;
      }
      return Optional.empty();
    } catch (TimeoutException e) {
      return Optional.empty();
    }
  }

  private static long here(SessionSummary session) {
    return session.seats().stream().filter(seat -> word(seat.presence()).equals("here")).count();
  }

  private static boolean isHost(SessionSummary session, SeatSummary seat) {
    return session.host().filter(seat.player()::equals).isPresent();
  }

  /** What scripts are told of a session. */
  private static Map<String, Object> facts(SessionSummary session) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("session", session.id());
    facts.put("world", session.world());
    facts.put("title", session.title());
    facts.put("locked", session.locked());
    facts.put("host", session.host().map(PlayerId::value).orElse(""));
    facts.put("maximum", session.maximum());
    facts.put("version", session.version());
    facts.put("seats", session.seats().stream().map(Desk::facts).toList());
    return facts;
  }

  private static Map<String, Object> facts(SeatSummary seat) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("player", seat.player());
    facts.put("name", seat.name());
    facts.put("presence", word(seat.presence()));
    facts.put("by", word(seat.kind()));
    return facts;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
