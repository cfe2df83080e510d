package dev.bourse.venue.binance.server;

import dev.bourse.venue.binance.protocol.Window;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket: passes texts on, and sees to it that the other side lives. */
final class SocketHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final Logger log = LoggerFactory.getLogger(SocketHandler.class);

  /** How Binance closes them, as its clients report. */
  private static final int POLICY_VIOLATION = 1008;

  private final House house;
  private final SocketWire wire;
  private final Session session;
  private final Heartbeat heartbeat;
  private @Nullable ScheduledFuture<?> pings;
  private @Nullable ScheduledFuture<?> end;
  private final @Nullable Window messages;
  private long heardAt;

  SocketHandler(House house, SocketWire wire, Session session) {
    this.house = house;
    this.wire = wire;
    this.session = session;
    this.heartbeat = house.heartbeat();
    this.messages = isApi() ? null : house.parts().limits().messages();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    long ping = heartbeat.ping().toNanos();
    heardAt = System.nanoTime();
    pings =
        context
            .executor()
            .scheduleAtFixedRate(() -> ping(context), ping, ping, TimeUnit.NANOSECONDS);
    end =
        context
            .executor()
            .schedule(() -> close(context), heartbeat.life().toNanos(), TimeUnit.NANOSECONDS);
    house.sessions().add(this);
  }

  private void ping(ChannelHandlerContext context) {
    if (System.nanoTime() - heardAt > heartbeat.patience().toNanos()) {
      close(context);
    } else {
      wire.ping();
    }
  }

  private static void close(ChannelHandlerContext context) {
    Future<?> unused =
        context.writeAndFlush(new CloseWebSocketFrame()).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (!(frame instanceof CloseWebSocketFrame) && isTooMuch()) {
      Future<?> unused =
          context
              .writeAndFlush(new CloseWebSocketFrame(POLICY_VIOLATION, "Too many requests"))
              .addListener(ChannelFutureListener.CLOSE);
    } else if (frame instanceof TextWebSocketFrame text) {
      session.onText(text.text());
    } else if (frame instanceof PingWebSocketFrame ping) {
      wire.pong(ping.content().retain());
    } else if (frame instanceof PongWebSocketFrame) {
      heardAt = System.nanoTime();
    } else if (frame instanceof CloseWebSocketFrame) {
      close(context);
    }
  }

  /** Whether a client of streams sent more than it may in a second: texts, pings and pongs. */
  private boolean isTooMuch() {
    Window window = messages;
    if (window == null) {
      return false;
    }
    long now = house.now();
    window.add(1, now);
    return !window.fits(0, now);
  }

  /** Tells the client that the venue is about to go. */
  void sayFarewell() {
    String farewell = session.farewell();
    wire.event("serverShutdown", farewell);
  }

  /** Ends the connection without a word. */
  void cut() {
    wire.cut();
  }

  /** Whether it carries calls, not streams. */
  boolean isApi() {
    return session instanceof ApiSession;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    if (pings != null) {
      pings.cancel(false);
    }
    if (end != null) {
      end.cancel(false);
    }
    house.sessions().remove(this);
    session.onGone();
    super.channelInactive(context);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    log.debug("A WebSocket ended: {}", cause.toString());
    wire.cut();
  }
}
