package lamplight.server.load;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import lamplight.engine.sync.ClientState;

/** One client's side of a protocol: what is said as bytes, what is heard as news. */
interface Talk {
  /** A world of the server, and how many may play a game of it. */
  record Offer(String world, int players) {}

  /** What a server's words came to. */
  interface Heard {
    /** These bytes are to be sent. */
    void say(byte[] bytes);

    /** It can be asked for something now. */
    void greeted();

    void offered(List<Offer> worlds);

    /** There is a seat, in a session and for a player's id. */
    void seated(String session, String player);

    /** No seat, or no list. */
    void refused(String why);

    /** The last command was answered; false if it was refused. */
    void answered(boolean done);

    /** The replica is another now, because of so many changes; 0 if it is all new. */
    void synced(int changes);

    /** A block did not fit, and another was asked for. */
    void resynced();

    /** Lines of prose came, empty ones not counted. */
    void told(int lines);
  }

  /** Begins: says who is there. */
  void begin(String name);

  void list();

  void create(String world);

  void join(String session);

  void command(String words);

  void leave();

  void read(ByteBuffer bytes);

  /** What the client knows of the state, if it is told of it. */
  default Optional<ClientState> replica() {
    return Optional.empty();
  }

  /** Frees what it holds outside of the heap. */
  void close();
}
