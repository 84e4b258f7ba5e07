package lamplight.engine.play;

import lamplight.engine.model.Messages;
import lamplight.engine.model.World;
import lamplight.engine.parse.Lexicon;
import lamplight.engine.rules.Rulebook;
import lamplight.engine.rules.Sources;

/**
 * All that is needed to play a world: what there is, what happens, what can be said, and the
 * standard texts, and where the author wrote it.
 */
public record Story(
    World world, Rulebook rulebook, Lexicon lexicon, Messages messages, Sources sources) {}
