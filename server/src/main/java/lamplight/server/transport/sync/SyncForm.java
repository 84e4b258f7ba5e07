package lamplight.server.transport.sync;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.ServerEnd;
import lamplight.engine.wire.ServerMessage;
import lamplight.server.runtime.Batch;
import lamplight.server.transport.Pipe;

/** A connection that speaks the protocol's text form: lines to messages, messages to lines. */
public final class SyncForm implements Pipe.Form {
  private final Pipe pipe;
  private final ServerEnd end = new ServerEnd();

  public SyncForm(Pipe pipe) {
    this.pipe = pipe;
  }

  @Override
  public void opened() {
    // The client speaks first.
  }

  @Override
  public void read(ByteBuffer bytes) {
    end.read(bytes).forEach(this::take);
  }

  private void take(Inbound<ClientMessage> inbound) {
    if (inbound instanceof Inbound.Good<ClientMessage> good) {
      pipe.received(good.message());
    } else if (inbound instanceof Inbound.Bad<ClientMessage> bad) {
      pipe.refused(bad.answer());
    }
  }

  @Override
  public void readComplete() {
    // Every line was handed on when it was whole.
  }

  @Override
  public void ended() {
    pipe.finish();
  }

  @Override
  public ByteBuf form(List<Batch> batches) {
    List<ServerMessage> messages = new ArrayList<>();
    batches.forEach(batch -> messages.addAll(batch.messages()));
    return Unpooled.wrappedBuffer(end.write(messages));
  }

  @Override
  public ByteBuf last() {
    return Unpooled.wrappedBuffer(end.last());
  }

  @Override
  public void closed() {
    end.close();
  }
}
