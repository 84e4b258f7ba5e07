package lamplight.engine.session;

/** One connection, for as long as it lives; the transport counts them. */
public record LinkId(long value) {}
