package lamplight.engine.parse;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Referent;

/**
 * What a noun phrase is looked for as.
 *
 * @param fits what it most likely is, the likeliest first
 * @param strict whether a person's place takes nobody but people
 * @param within what it must be taken out of
 * @param answering whether the words answer a question: then a number is one of the choices
 */
record Want(
    Slot slot, List<Fit> fits, boolean strict, Optional<Referent> within, boolean answering) {

  static Want of(Slot slot, List<Fit> fits) {
    return new Want(slot, fits, false, Optional.empty(), false);
  }

  static Want answer() {
    return new Want(Slot.THINGS, List.of(), false, Optional.empty(), true);
  }

  Want strictly(boolean value) {
    return new Want(slot, fits, value, within, answering);
  }

  Want outOf(Optional<Referent> container) {
    return new Want(slot, fits, strict, container, answering);
  }
}
