package lamplight.engine.wire;

import java.util.List;
import lamplight.engine.sync.Change;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.Keeper;

/**
 * How one line is packed: its shape, the number of the word that it is about, and its fields. It
 * stays with the entry that the line puts, so that words are looked up once however often that is
 * sent.
 */
final class Slip implements Keeper.Form {

  private final Dictionary dictionary;
  private final Shape shape;
  private final int about;
  private List<Bits> fields = List.of();

  private Slip(Dictionary dictionary, Shape shape, int about) {
    this.dictionary = dictionary;
    this.shape = shape;
    this.about = about;
  }

  /** The slip of a line: the one that was kept with it, if it was. */
  static Slip of(Change change, Sheet sheet) {
    Entry source = change.source();
    return source != null
            && source.form() instanceof Slip kept
            && kept.dictionary == sheet.dictionary()
        ? kept
        : made(change, sheet);
  }

  private static Slip made(Change change, Sheet sheet) {
    List<String> parts = change.parts();
    Shape shape = Shape.of(parts);
    Word about = shape.isText() ? null : Topic.of(change.key(), shape.about(), sheet.dictionary());
    return about == null
        ? text(change, sheet)
        : kept(change, new Slip(sheet.dictionary(), shape, about.number()));
  }

  /** The line as the text that it is. */
  static Slip text(Change change, Sheet sheet) {
    Slip text = new Slip(sheet.dictionary(), Shape.TEXT, 0);
    Shape.LINE.put(change.line(), sheet);
    text.fields = List.of(sheet.taken());
    return kept(change, text);
  }

  private static Slip kept(Change change, Slip slip) {
    Entry source = change.source();
    if (source != null) {
      source.keep(slip);
    }
    return slip;
  }

  /** Packs the fields, unless that was done; false if some field is not of its column's kind. */
  boolean fill(Change change, Sheet sheet) {
    if (fields.isEmpty()) {
      fields = shape.pack(change.parts(), sheet);
    }
    return fields.size() == shape.columns().size();
  }

  Shape shape() {
    return shape;
  }

  /** The number of the word that the line is about. */
  int about() {
    return about;
  }

  List<Bits> fields() {
    return fields;
  }
}
