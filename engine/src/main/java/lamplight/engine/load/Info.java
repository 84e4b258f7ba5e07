package lamplight.engine.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import lamplight.engine.model.Achievement;
import lamplight.engine.model.AchievementId;
import lamplight.engine.model.Capacity;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Ending;
import lamplight.engine.model.EndingId;
import lamplight.engine.model.Hint;
import lamplight.engine.model.HintId;
import lamplight.engine.model.Id;
import lamplight.engine.model.Region;
import lamplight.engine.model.RegionId;
import lamplight.engine.model.Role;
import lamplight.engine.model.RoleId;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Score;
import lamplight.engine.model.ScoreId;
import lamplight.engine.model.Text;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.TimerId;
import lamplight.engine.model.WorldInfo;
import lamplight.engine.rules.Death;

/** The file {@code world.yaml}, but for its variables and for the sections that can be folders. */
final class Info {
  private static final int MOST_PLAYERS = 128;
  private static final int USUAL_CARRY = 20;
  private static final int USUAL_WEIGHT = 50;
  private static final int USUAL_PLAYERS = 4;

  private static final Key<Integer> MIN = Key.of("min", Forms.number(1, MOST_PLAYERS), 1);
  private static final Key<Integer> MAX =
      Key.of("max", Forms.number(1, MOST_PLAYERS), USUAL_PLAYERS);
  private static final Key<String> SOLO = Key.of("solo", Forms.STRING, "");
  static final Keys PLAYERS_KEYS = Keys.of("players", MIN, MAX, SOLO);

  private static final Key<Integer> CARRY_THINGS =
      Key.of("things", Forms.number(1, 1_000), USUAL_CARRY);
  private static final Key<Integer> CARRY_WEIGHT =
      Key.of("weight", Forms.number(0, Variables.MOST), Capacity.BOUNDLESS);
  private static final Key<Integer> CARRY_BULK =
      Key.of("bulk", Forms.number(0, Variables.MOST), Capacity.BOUNDLESS);
  static final Keys CARRY_KEYS = Keys.of("carry", CARRY_THINGS, CARRY_WEIGHT, CARRY_BULK);
  private static final Form<Capacity> CAPACITY =
      Forms.mapOr(
          CARRY_KEYS.form(
              (fields, reading) ->
                  Optional.of(
                      new Capacity(
                          fields.get(CARRY_THINGS),
                          fields.get(CARRY_WEIGHT),
                          fields.get(CARRY_BULK)))),
          Forms.number(1, 1_000).map(Capacity::of));

  private static final Key<String> ROLE_TITLE = Key.required("title", Forms.STRING, "");
  private static final Key<Optional<RoomId>> ROLE_START = Key.of("start", Refs.ROOM);
  private static final Key<List<ThingId>> ROLE_THINGS = Key.of("things", Refs.THINGS, List.of());
  private static final Key<Text> ROLE_ABOUT = Texts.key("about");
  private static final Key<Optional<Capacity>> ROLE_CARRY = Key.of("carry", CAPACITY);
  static final Keys ROLE_KEYS =
      Keys.of("a role", ROLE_TITLE, ROLE_START, ROLE_THINGS, ROLE_ABOUT, ROLE_CARRY);

  private static final Key<Integer> POINTS =
      Key.required("points", Forms.number(-Variables.MOST, Variables.MOST), 0);
  private static final Key<String> SCORE_TEXT = Key.of("text", Forms.STRING, "");
  static final Keys SCORE_KEYS = Keys.of("a score", POINTS, SCORE_TEXT);

  private static final Key<Condition> WHEN = Key.of("when", Conditions.CONDITION, Condition.ALWAYS);
  private static final Key<List<Text>> TIERS =
      Key.required("tiers", Forms.listOf(Texts.TEXT), List.of());
  static final Keys HINT_KEYS = Keys.of("a hint", WHEN, TIERS);

  private static final Key<String> ENDING_TITLE = Key.required("title", Forms.STRING, "");
  private static final Key<Boolean> WON = Key.of("won", Forms.TRUTH, false);
  private static final Key<Text> ENDING_TEXT = Texts.key("text");
  static final Keys ENDING_KEYS = Keys.of("an ending", ENDING_TITLE, WON, ENDING_TEXT);

  private static final Key<String> ACHIEVED_TITLE = Key.required("title", Forms.STRING, "");
  private static final Key<Text> ACHIEVED_TEXT = Texts.key("text");
  private static final Key<Boolean> ACHIEVED_BY =
      Key.of("by", Forms.oneOf(Map.of("player", true, "party", false)), false);
  static final Keys ACHIEVEMENT_KEYS =
      Keys.of("an achievement", ACHIEVED_TITLE, ACHIEVED_TEXT, ACHIEVED_BY);

  private static final Key<Text> DEATH_TEXT = Texts.key("text");
  private static final Key<Optional<RoomId>> REVIVE = Key.of("revive", Refs.ROOM);
  private static final Key<Optional<Integer>> LIVES = Key.of("lives", Forms.number(1, 1_000));
  private static final Key<Integer> COST = Key.of("cost", Forms.number(0, Variables.MOST), 0);
  private static final Key<Boolean> DROP = Key.of("drop", Forms.TRUTH, true);
  private static final Key<Optional<EndingId>> LAST = Key.of("ending", Refs.ENDING);
  static final Keys DEATH_KEYS = Keys.of("death", DEATH_TEXT, REVIVE, LIVES, COST, DROP, LAST);

  private static final Key<String> TITLE = Key.required("title", Forms.STRING, "");
  private static final Key<String> AUTHOR = Key.of("author", Forms.STRING, "");
  private static final Key<String> BLURB = Key.of("blurb", Forms.STRING, "");
  private static final Key<Text> INTRO = Texts.key("intro");
  private static final Key<RoomId> START =
      Key.required("start", Refs.ROOM, new RoomId("somewhere"));
  private static final Key<Optional<Fields>> PLAYERS =
      Key.of("players", PLAYERS_KEYS.form((fields, reading) -> Optional.of(fields)));
  private static final Key<String> LENGTH = Key.of("length", Forms.STRING, "");
  private static final Key<Boolean> TUTORIAL = Key.of("tutorial", Forms.TRUTH, false);
  private static final Key<Optional<Integer>> SEED =
      Key.of("seed", Forms.number(0, Variables.MOST));
  private static final Key<Capacity> CARRY = Key.of("carry", CAPACITY, Capacity.of(USUAL_CARRY));
  private static final Key<Integer> PLAYER_WEIGHT =
      Key.of("player_weight", Forms.number(0, 10_000), USUAL_WEIGHT);
  private static final Key<Boolean> AWARENESS =
      Key.of("awareness", Forms.oneOf(Map.of("party", true, "room", false)), true);
  private static final Key<Boolean> DOWNTIME =
      Key.of("downtime", Forms.oneOf(Map.of("passes", true, "stands", false)), false);
  private static final Key<Optional<Death>> DEATH = Key.of("death", DEATH_KEYS.form(Info::death));
  private static final Key<List<Hint>> HINTS =
      Key.of("hints", hints(HINT_KEYS.form(Info::hint)), List.of());
  private static final Key<Map<Integer, String>> RANKS =
      Key.of(
          "ranks",
          Forms.mapOf(Forms.number(-Variables.MOST, Variables.MOST), Forms.STRING),
          Map.of());
  private static final Key<String> REGION_NAME = Key.required("name", Forms.STRING, "");
  private static final Key<Boolean> REGION_DARK = Key.of("dark", Forms.TRUTH, false);
  private static final Key<Text> REGION_SMELL = Texts.key("smell");
  private static final Key<Text> REGION_SOUND = Texts.key("sound");
  static final Keys REGION_KEYS =
      Keys.of("a region", REGION_NAME, REGION_DARK, REGION_SMELL, REGION_SOUND);
  private static final Form<Region> REGION =
      Forms.mapOr(
          REGION_KEYS.form(
              (fields, reading) ->
                  Optional.of(
                      new Region(
                          fields.get(REGION_NAME),
                          fields.get(REGION_DARK),
                          fields.get(REGION_SMELL),
                          fields.get(REGION_SOUND)))),
          Forms.STRING.map(name -> new Region(name, false, Text.EMPTY, Text.EMPTY)));
  private static final Key<Map<String, Optional<Region>>> REGIONS =
      section("regions", REGION.shape(), REGION);
  private static final Key<Map<String, Optional<Fields>>> LIQUIDS =
      section("liquids", ThingKeys.LIQUID);
  private static final Key<Map<String, Optional<Fields>>> ROLES = section("roles", ROLE_KEYS);
  private static final Key<Map<String, Optional<Fields>>> TIMERS = section("timers", Timers.KEYS);
  private static final Key<Map<String, Optional<Fields>>> SCORES = section("scores", SCORE_KEYS);
  private static final Key<Map<String, Optional<Fields>>> ENDINGS = section("endings", ENDING_KEYS);
  private static final Key<Map<String, Optional<Fields>>> ACHIEVEMENTS =
      section("achievements", ACHIEVEMENT_KEYS);

  static final Keys KEYS =
      Keys.of(
          "a world",
          TITLE,
          AUTHOR,
          BLURB,
          INTRO,
          START,
          PLAYERS,
          LENGTH,
          TUTORIAL,
          SEED,
          CARRY,
          PLAYER_WEIGHT,
          AWARENESS,
          DOWNTIME,
          DEATH,
          HINTS,
          RANKS,
          REGIONS,
          LIQUIDS,
          ROLES,
          TIMERS,
          SCORES,
          ENDINGS,
          ACHIEVEMENTS,
          elsewhere("variables", FileKind.byId(Variables.KEYS)),
          elsewhere(FileKind.ROOMS),
          elsewhere(FileKind.THINGS),
          elsewhere(FileKind.PEOPLE),
          elsewhere(FileKind.RULES),
          elsewhere(FileKind.VOCABULARY),
          elsewhere(FileKind.TEXT));

  private final Fields fields;
  private final Reading reading;
  private final Timers timers = new Timers();

  private Info(Fields fields, Reading reading) {
    this.fields = fields;
    this.reading = reading;
    each(TIMERS, TimerId::new, (id, timer) -> timers.add(id, timer, reading));
  }

  static Optional<Info> read(Node root, Reading reading) {
    return KEYS.read(root, reading).map(fields -> new Info(fields, reading));
  }

  private static Optional<Death> death(Fields fields, Reading reading) {
    if (fields.has(LIVES) != fields.has(LAST)) {
      reading.error(
          fields.mark(fields.has(LIVES) ? LIVES : LAST),
          "death has lives without an ending, or an ending without lives",
          "write both: the game ends so when all lives are gone");
    }
    return Optional.of(
        new Death(
            fields.get(DEATH_TEXT),
            fields.get(REVIVE),
            fields.get(LIVES),
            fields.get(COST),
            fields.get(DROP),
            fields.get(LAST)));
  }

  private static Optional<Hint> hint(Fields fields, Reading reading) {
    if (fields.has(TIERS) && fields.get(TIERS).isEmpty()) {
      reading.error(fields.mark(TIERS), "a hint without tiers helps nobody", "write one, or more");
    }
    return Optional.of(new Hint(new HintId("0"), fields.get(WHEN), fields.get(TIERS)));
  }

  /** Hints by name, or in a list, where each has its number. */
  private static Form<List<Hint>> hints(Form<Hint> hint) {
    return Forms.mapOr(
        Forms.mapOf(Refs.HINT, hint)
            .map(map -> map.entrySet().stream().map(e -> named(e.getKey(), e.getValue())).toList()),
        Forms.listOf(hint)
            .map(
                list ->
                    IntStream.range(0, list.size())
                        .mapToObj(i -> named(new HintId(Integer.toString(i + 1)), list.get(i)))
                        .toList()));
  }

  private static Hint named(HintId id, Hint hint) {
    return new Hint(id, hint.when(), hint.tiers());
  }

  WorldInfo info() {
    Optional<Fields> players = fields.get(PLAYERS);
    int min = players.map(of -> of.get(MIN)).orElse(1);
    int max = players.map(of -> of.get(MAX)).orElse(USUAL_PLAYERS);
    if (min > max) {
      reading.error(fields.mark(PLAYERS), "players: min is more than max", "swap them");
    }
    NavigableMap<Integer, String> ranks = new TreeMap<>(fields.get(RANKS));
    return new WorldInfo(
        fields.get(TITLE),
        fields.get(AUTHOR),
        fields.get(BLURB).strip(),
        fields.get(LENGTH),
        fields.get(TUTORIAL),
        fields.get(INTRO),
        fields.get(START),
        min,
        max,
        players.map(of -> of.get(SOLO)).orElse(""),
        fields.get(SEED).map(seed -> OptionalLong.of(seed)).orElse(OptionalLong.empty()),
        fields.get(CARRY),
        fields.get(PLAYER_WEIGHT),
        fields.get(AWARENESS),
        fields.get(DOWNTIME),
        ranks);
  }

  Optional<Death> death() {
    return fields.get(DEATH);
  }

  Timers timers() {
    return timers;
  }

  List<Hint> hints() {
    return fields.get(HINTS);
  }

  /** The liquids, as far as they are things. */
  void liquids(Things things) {
    each(LIQUIDS, ThingId::new, things::liquid);
  }

  Map<RegionId, Region> regions() {
    Map<RegionId, Region> regions = new LinkedHashMap<>();
    each(REGIONS, RegionId::new, regions::put);
    return regions;
  }

  Map<RoleId, Role> roles() {
    Map<RoleId, Role> roles = new LinkedHashMap<>();
    each(
        ROLES,
        RoleId::new,
        (id, of) ->
            roles.put(
                id,
                new Role(
                    id,
                    of.get(ROLE_TITLE),
                    of.get(ROLE_START),
                    of.get(ROLE_THINGS),
                    of.get(ROLE_ABOUT),
                    of.get(ROLE_CARRY))));
    return roles;
  }

  Map<ScoreId, Score> scores() {
    Map<ScoreId, Score> scores = new LinkedHashMap<>();
    each(
        SCORES,
        ScoreId::new,
        (id, of) -> scores.put(id, new Score(id, of.get(POINTS), of.get(SCORE_TEXT))));
    return scores;
  }

  Map<AchievementId, Achievement> achievements() {
    Map<AchievementId, Achievement> achievements = new LinkedHashMap<>();
    each(
        ACHIEVEMENTS,
        AchievementId::new,
        (id, of) ->
            achievements.put(
                id,
                new Achievement(
                    id, of.get(ACHIEVED_TITLE), of.get(ACHIEVED_TEXT), of.get(ACHIEVED_BY))));
    return achievements;
  }

  Map<EndingId, Ending> endings() {
    Map<EndingId, Ending> endings = new LinkedHashMap<>();
    each(
        ENDINGS,
        EndingId::new,
        (id, of) ->
            endings.put(
                id, new Ending(id, of.get(ENDING_TITLE), of.get(WON), of.get(ENDING_TEXT))));
    return endings;
  }

  private <I extends Id, T> void each(
      Key<Map<String, Optional<T>>> key,
      java.util.function.Function<String, I> id,
      BiConsumer<I, T> take) {
    fields
        .get(key)
        .forEach(
            (name, value) -> {
              if (Id.valid(name)) {
                value.ifPresent(present -> take.accept(id.apply(name), present));
              }
            });
  }

  private static Key<Map<String, Optional<Fields>>> section(String name, Keys keys) {
    return section(name, keys.shape(), keys.form((fields, reading) -> Optional.of(fields)));
  }

  /** A section by id; ill-formed ids were reported when the names were collected. */
  private static <T> Key<Map<String, Optional<T>>> section(String name, Shape shape, Form<T> form) {
    Form<Map<String, Optional<T>>> entries =
        Forms.<Map.Entry<String, Optional<T>>>entries(
                new Shape.MapOf(new Shape.Value("an id"), shape),
                (entry, reading) ->
                    Optional.of(Map.entry(entry.key(), form.read(entry.value(), reading))))
            .map(
                list -> {
                  Map<String, Optional<T>> map = new LinkedHashMap<>();
                  list.forEach(one -> map.put(one.getKey(), one.getValue()));
                  return map;
                });
    return Key.of(name, entries, Map.of());
  }

  /** A section that is read by others. */
  private static Key<?> elsewhere(String name, Shape shape) {
    return Key.of(name, new Form<>(shape, (node, reading) -> Optional.of(node)));
  }

  private static Key<?> elsewhere(FileKind kind) {
    return elsewhere(kind.word(), kind.shape());
  }
}
