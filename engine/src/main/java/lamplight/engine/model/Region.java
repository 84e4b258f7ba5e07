package lamplight.engine.model;

/**
 * A part of the world. What its rooms do not say themselves, it says for them.
 *
 * @param dark whether its rooms need a light
 */
public record Region(String name, boolean dark, Text smell, Text sound) {}
