package dev.bourse.venue.binance.server;

import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Faults;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A WebSocket, with the faults that happen to events. */
final class SocketWire implements Wire {
  private final Channel channel;
  private final Faults faults;

  /** Events that are to come after the next one, the newest first. */
  private final Deque<String> held = new ArrayDeque<>();

  private boolean mute;

  SocketWire(Channel channel, Faults faults) {
    this.channel = channel;
    this.faults = faults;
  }

  @Override
  public void answer(String text) {
    write(text);
  }

  @Override
  public void event(String name, String text) {
    Fault fault = mute ? null : faults.next(name);
    if (fault == null) {
      write(text);
      release();
      return;
    }
    switch (fault.kind()) {
      case DELAY -> later(fault.millis(), () -> write(text));
      case DUPLICATE -> {
        write(text);
        write(text);
        release();
      }
      case REORDER -> hold(text, fault.millis());
      case MUTE -> mute = true;
      case CUT, LOSE -> cut();
      default -> release();
    }
  }

  /** If no event comes that it can come after, it comes by itself. */
  private void hold(String text, long millis) {
    held.push(text);
    later(
        millis,
        () -> {
          if (held.remove(text)) {
            write(text);
          }
        });
  }

  /** What was held back comes after the next event, each after the one that followed it. */
  private void release() {
    while (!held.isEmpty()) {
      write(held.pop());
    }
  }

  @Override
  public void later(long millis, Runnable work) {
    Future<?> unused = channel.eventLoop().schedule(work, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void cut() {
    Future<?> unused = channel.close();
  }

  /** Asks whether the client is still there; a mute connection does not. */
  void ping() {
    if (!mute) {
      Future<?> unused = channel.writeAndFlush(new PingWebSocketFrame());
    }
  }

  void pong(ByteBuf content) {
    if (mute) {
      content.release();
    } else {
      Future<?> unused = channel.writeAndFlush(new PongWebSocketFrame(content));
    }
  }

  private void write(String text) {
    if (!mute && channel.isActive()) {
      Future<?> unused = channel.writeAndFlush(new TextWebSocketFrame(text));
    }
  }
}
