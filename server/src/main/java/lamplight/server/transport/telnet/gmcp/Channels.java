package lamplight.server.transport.telnet.gmcp;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lamplight.engine.wire.ServerMessage;

/** Which of what a player hears was said in which way, and by whom. */
final class Channels {
  /** Utterances that wait for their lines; the oldest are forgotten. */
  static final int MAX = 32;

  /** The ways to speak: each the command for it, and what the server says when it was used. */
  enum Channel {
    SAY("SAID", "Said to those in the room"),
    SHOUT("SHOUTED", "Shouted to all players"),
    WHISPER("WHISPERED", "Whispered to one player"),
    EMOTE("EMOTED", "Gestures");

    private final String event;
    private final String caption;

    Channel(String event, String caption) {
      this.event = event;
      this.caption = caption;
    }

    /** The channel's name, and the command that speaks in it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something said.
   *
   * @param player the id of who said it
   */
  record Utterance(Channel channel, String player, String words) {}

  private final Deque<Utterance> unheard = new ArrayDeque<>();

  /** All channels, as Comm.Channel.List tells of them. */
  static List<Object> list() {
    return Arrays.stream(Channel.values())
        .<Object>map(
            channel ->
                Scene.members(
                    "name", channel.word(), "caption", channel.caption, "command", channel.word()))
        .toList();
  }

  /** Takes an event, if it is of speech: the line that tells of it comes in the same batch. */
  void happened(ServerMessage.Event event) {
    for (Channel channel : Channel.values()) {
      if (channel.event.equals(event.type())) {
        if (unheard.size() == MAX) {
          unheard.remove();
        }
        unheard.add(new Utterance(channel, event.player(), event.detail()));
      }
    }
  }

  /** What a line of speech tells of; nothing for the words of the world's own people. */
  Optional<Utterance> heard(String line) {
    for (Iterator<Utterance> each = unheard.iterator(); each.hasNext(); ) {
      Utterance utterance = each.next();
      if (line.contains(utterance.words())) {
        each.remove();
        return Optional.of(utterance);
      }
    }
    return Optional.empty();
  }

  /** All lines of a batch have come. */
  void clear() {
    unheard.clear();
  }
}
