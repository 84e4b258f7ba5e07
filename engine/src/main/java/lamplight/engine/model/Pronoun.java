package lamplight.engine.model;

/** The third person of a name. */
public enum Pronoun {
  SHE("she", "her", "her"),
  HE("he", "him", "his"),
  THEY("they", "them", "their"),
  IT("it", "it", "its");

  private final String subject;
  private final String object;
  private final String possessive;

  Pronoun(String subject, String object, String possessive) {
    this.subject = subject;
    this.object = object;
    this.possessive = possessive;
  }

  public String subject() {
    return subject;
  }

  public String object() {
    return object;
  }

  public String possessive() {
    return possessive;
  }
}
