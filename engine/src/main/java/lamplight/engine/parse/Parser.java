package lamplight.engine.parse;

import java.util.List;
import lamplight.engine.model.Messages;
import lamplight.engine.model.Mind;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.State;
import lamplight.engine.model.World;

/** Turns what players type into commands. */
public final class Parser {
  /** How many sentences of one line are read. */
  public static final int SENTENCES = 16;

  private final World world;
  private final Lexicon lexicon;
  private final Messages messages;

  public Parser(World world, Lexicon lexicon, Messages messages) {
    this.world = world;
    this.lexicon = lexicon;
    this.messages = messages;
  }

  /** The sentences of a line, at most {@link #SENTENCES}; the last one then holds the rest. */
  public List<String> sentences(String line) {
    return List.of(line);
  }

  /** What one sentence of a player means, as things stand. */
  public Parse parse(State state, PlayerId player, String sentence, Mind mind) {
    state.player(player);
    lexicon.forms(sentence);
    world.info();
    return new Parse.Failed(Refusal.NOT_UNDERSTOOD, messages.plain("parser.not_understood"), mind);
  }
}
