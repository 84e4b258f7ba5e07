package lamplight.server.load;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import lamplight.server.runtime.RefusedException;
import lamplight.server.transport.dial.Dialer;

/** Comes in first, asks what there is to play, and goes. */
final class Scout implements Dialer.User, Talk.Heard {
  private final CompletableFuture<List<Talk.Offer>> offers;
  private final Talk talk;
  private Optional<Dialer.Wire> wire = Optional.empty();

  Scout(LoadPlan plan, CompletableFuture<List<Talk.Offer>> offers) {
    this.offers = offers;
    this.talk = plan.talk(this);
  }

  @Override
  public void opened(Dialer.Wire opened) {
    wire = Optional.of(opened);
    talk.begin("Scout");
  }

  @Override
  public void read(ByteBuffer bytes) {
    talk.read(bytes);
  }

  @Override
  public void closed(String why) {
    talk.close();
    offers.completeExceptionally(new RefusedException("no server: " + why));
  }

  @Override
  public void say(byte[] bytes) {
    wire.ifPresent(open -> open.send(bytes));
  }

  @Override
  public void greeted() {
    talk.list();
  }

  @Override
  public void offered(List<Talk.Offer> worlds) {
    offers.complete(worlds);
    wire.ifPresent(Dialer.Wire::close);
  }

  @Override
  public void refused(String why) {
    offers.completeExceptionally(new RefusedException(why));
  }

  @Override
  public void seated(String session, String player) {}

  @Override
  public void answered(boolean done) {}

  @Override
  public void synced(int changes) {}

  @Override
  public void resynced() {}

  @Override
  public void told(int lines) {}
}
