package lamplight.engine.wire;

/**
 * How one message is written and read.
 *
 * @param usage its line as the protocol page writes it
 * @param block whether lines follow up to an END
 */
record Row<M>(
    String type,
    String usage,
    boolean block,
    Class<M> message,
    Writer<M> writer,
    Reader<M> reader) {

  /** Puts a message's fields. */
  interface Writer<M> {
    FieldWriter write(M message, FieldWriter out);
  }

  /** Takes a message's fields. */
  interface Reader<M> {
    M read(FieldReader in) throws BadLine;
  }

  static <M> Row<M> line(String usage, Class<M> message, Writer<M> writer, Reader<M> reader) {
    return new Row<>(type(usage), usage, false, message, writer, reader);
  }

  static <M> Row<M> block(String usage, Class<M> message, Writer<M> writer, Reader<M> reader) {
    return new Row<>(type(usage), usage, true, message, writer, reader);
  }

  private static String type(String usage) {
    return usage.split("[^A-Z_]", 2)[0];
  }

  FieldWriter write(Object message, FieldWriter out) {
    return writer.write(this.message.cast(message), out);
  }
}
