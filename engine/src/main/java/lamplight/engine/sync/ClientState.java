package lamplight.engine.sync;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A client's replica of its player's view: an immutable value.
 *
 * <p>Invariants: {@code entries} always is the whole view of one version, proved by its hash; half
 * a block is never applied; a block that does not fit changes nothing but that the replica is asked
 * for once. What a screen predicts is laid over this, never written into it.
 *
 * @param version the version of {@code entries}; 0 before the first snapshot
 * @param asked whether a SYNC_REQUEST is out, so that blocks still under way do not cause another
 */
public record ClientState(long version, EntrySet entries, boolean asked) {

  /** What a client knows before the first snapshot. */
  public static final ClientState EMPTY = new ClientState(0, EntrySet.EMPTY, false);

  /** What to send back. */
  public enum Reply {
    /** Nothing. */
    NOTHING,
    /** {@code ACK} with the new state's position. */
    ACK,
    /** {@code SYNC_REQUEST} with the new state's position. */
    SYNC_REQUEST
  }

  /** The state after a block, and what to send back. */
  public record Applied(ClientState state, Reply reply) {}

  /** Applies all of {@code block} or nothing. */
  public Applied apply(Block block) {
    return block.applyTo(this);
  }

  /**
   * The state after a block that makes {@code result}. One that does not fit while the answer to a
   * SYNC_REQUEST is awaited is no news.
   */
  Applied become(Block block, Optional<EntrySet> result) {
    return result
        .filter(set -> set.hash().equals(block.hash()))
        .map(set -> new Applied(new ClientState(block.version(), set, false), Reply.ACK))
        .orElseGet(() -> asked ? new Applied(this, Reply.NOTHING) : ask());
  }

  Applied verify(Position expected) {
    return expected.equals(position()) ? new Applied(this, Reply.NOTHING) : ask();
  }

  private Applied ask() {
    return new Applied(new ClientState(version, entries, true), Reply.SYNC_REQUEST);
  }

  /** What ACK, SYNC_REQUEST and RESUME say. */
  public Position position() {
    return new Position(version, entries.hash());
  }

  public List<Known.Player> players() {
    return all(Known.Player.KIND, Known.Player::read);
  }

  public Optional<Known.Player> player(String id) {
    return entries.get(Known.Player.KIND, id).flatMap(Known.Player::read);
  }

  /** What {@code player} carries. */
  public List<Known.Item> carriedBy(String player) {
    return items().stream().filter(item -> item.owner().equals(player)).toList();
  }

  /** What lies at {@code location}: a room's id, {@code in.<item>} or {@code on.<item>}. */
  public List<Known.Item> itemsAt(String location) {
    return items().stream().filter(item -> item.location().equals(location)).toList();
  }

  public List<Known.Item> items() {
    return all(Known.Item.KIND, Known.Item::read);
  }

  /** What is known of the map: the visited rooms. */
  public List<Known.Room> rooms() {
    return all(Known.Room.KIND, Known.Room::read);
  }

  public Optional<Known.Room> room(String id) {
    return entries.get(Known.Room.KIND, id).flatMap(Known.Room::read);
  }

  public boolean visited(String room) {
    return entries.get(Known.Visited.KIND, room).isPresent();
  }

  public List<Known.Door> doors() {
    return all(Known.Door.KIND, Known.Door::read);
  }

  public List<Known.Label> labels() {
    return all(Known.Label.KIND, Known.Label::read);
  }

  public Optional<Known.Label> label(String id) {
    return entries.get(Known.Label.KIND, id).flatMap(Known.Label::read);
  }

  /** The display name of an item, person or player; its id if it has none. */
  public String name(String id) {
    return label(id).map(Known.Label::name).orElse(id);
  }

  public Optional<String> flag(String id) {
    return entries.get(Known.Flag.KIND, id).map(entry -> entry.field(0));
  }

  public Optional<Known.Score> score(String id) {
    return entries.get(Known.Score.KIND, id).flatMap(Known.Score::read);
  }

  /** How the story ended, if it has. */
  public Optional<Known.Ending> ending() {
    return all(Known.Ending.KIND, Known.Ending::read).stream().findFirst();
  }

  /** What everybody did, once the story has ended. */
  public List<Known.Tally> tallies() {
    return all(Known.Tally.KIND, Known.Tally::read);
  }

  /** What was achieved, once the story has ended. */
  public List<Known.Achieved> achieved() {
    return all(Known.Achieved.KIND, Known.Achieved::read);
  }

  /** Whether somebody sits at the player's terminal; nobody, if nothing is known. */
  public Known.Presence.Where presence(String player) {
    return entries
        .get(Known.Presence.KIND, player)
        .flatMap(Known.Presence::read)
        .map(Known.Presence::where)
        .orElse(Known.Presence.Where.GONE);
  }

  /** The members of the party, wherever they are. */
  public List<Known.Presence> presences() {
    return all(Known.Presence.KIND, Known.Presence::read);
  }

  private <K extends Known> List<K> all(String kind, Function<Entry, Optional<K>> reader) {
    return entries.stream(kind).map(reader).flatMap(Optional::stream).toList();
  }
}
