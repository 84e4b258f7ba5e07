package lamplight.engine.session;

/** A server that is broken on purpose. */
enum Sabotage {
  NONE,
  FORGET_A_CHANGE,
  SWAP_TWO_DELTAS,
  SEND_TO_THE_WRONG_PLAYER,
  SHOW_WHAT_IS_HIDDEN,
  CARRY_OUT_TWICE,
  DROP_A_LINE,
  SPOIL_A_HASH,
  SHOW_LATE_JOINERS_LESS,
  NEVER_MIND_WHO_READS,
  ANSWER_BEFORE_IT_IS_WRITTEN
}
