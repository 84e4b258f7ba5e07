package lamplight.engine.load;

import lamplight.engine.model.AchievementId;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.EndingId;
import lamplight.engine.model.HintId;
import lamplight.engine.model.Id;
import lamplight.engine.model.RegionId;
import lamplight.engine.model.RoleId;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.ScoreId;
import lamplight.engine.model.TagId;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.TimerId;
import lamplight.engine.model.VariableId;

/** The kinds of what has an id in a world. */
enum Kind {
  ROOM("a room"),
  THING("a thing"),
  REGION("a region"),
  ROLE("a role"),
  VARIABLE("a variable"),
  TIMER("a timer"),
  SCORE("a score"),
  ENDING("an ending"),
  HINT("a hint"),
  ACHIEVEMENT("an achievement"),
  ACTION("a verb"),
  TAG("a tag");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** The word alone. */
  String word() {
    return words.substring(words.indexOf(' ') + 1);
  }

  Id id(String value) {
    return switch (this) {
      case ROOM -> new RoomId(value);
      case THING -> new ThingId(value);
      case REGION -> new RegionId(value);
      case ROLE -> new RoleId(value);
      case VARIABLE -> new VariableId(value);
      case TIMER -> new TimerId(value);
      case SCORE -> new ScoreId(value);
      case ENDING -> new EndingId(value);
      case HINT -> new HintId(value);
      case ACHIEVEMENT -> new AchievementId(value);
      case ACTION -> new ActionId(value);
      case TAG -> new TagId(value);
    };
  }
}
