package lamplight.tui.link;

import java.nio.ByteBuffer;

/** What the link wants done; whoever runs it does it in order. */
public sealed interface Act {
  /** What to do with each kind. */
  interface Cases {
    void open(Open act);

    void send(Send act);

    void hang(Hang act);

    void tell(Tell act);

    void keep(Keep act);
  }

  /** Does what {@code cases} says for this kind. */
  void match(Cases cases);

  /** Open a connection; the answer is {@link Link#opened} or {@link Link#lost}. */
  record Open() implements Act {
    @Override
    public void match(Cases cases) {
      cases.open(this);
    }
  }

  /** Write bytes. */
  record Send(ByteBuffer bytes) implements Act {
    @Override
    public void match(Cases cases) {
      cases.send(this);
    }
  }

  /** Close the connection, without an answer. */
  record Hang() implements Act {
    @Override
    public void match(Cases cases) {
      cases.hang(this);
    }
  }

  record Tell(News news) implements Act {
    @Override
    public void match(Cases cases) {
      cases.tell(this);
    }
  }

  /** Keep the secret that opens this seat again, in place of an older one. */
  record Keep(String session, String name, String token) implements Act {
    @Override
    public void match(Cases cases) {
      cases.keep(this);
    }
  }
}
