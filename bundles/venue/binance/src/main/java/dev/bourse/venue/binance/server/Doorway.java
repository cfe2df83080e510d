package dev.bourse.venue.binance.server;

import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.FormData;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request of a connection and sends it to where it is answered. */
final class Doorway extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final Logger log = LoggerFactory.getLogger(Doorway.class);

  private static final String FOREIGN =
      "{\"code\":-1002,\"msg\":\"This venue is local: call it as 127.0.0.1 or localhost.\"}";

  private final House house;

  Doorway(House house) {
    this.house = house;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    if (!request.decoderResult().isSuccess()) {
      close(context);
      return;
    }
    if (!isForUs(request)) {
      send(context, new Answer(403, Map.of(), FOREIGN), false);
      return;
    }
    if (Upgrade.isWanted(request) && isTaken(context, request)) {
      return;
    }
    boolean keepsOpen = HttpUtil.isKeepAlive(request);
    RestRequest read = read(request);
    Fault fault = house.faults().next(read.name());
    if (fault == null) {
      send(context, house.answer(read), keepsOpen);
    } else {
      spoil(context, read, fault, keepsOpen);
    }
  }

  /** A page of another site must not reach the venue through the browser of whoever runs it. */
  private static boolean isForUs(FullHttpRequest request) {
    String host = request.headers().get(HttpHeaderNames.HOST);
    return host != null && host.matches("(?i)(127\\.0\\.0\\.1|localhost|\\[::1\\])(:[0-9]+)?");
  }

  private boolean isTaken(ChannelHandlerContext context, FullHttpRequest request) {
    try {
      return Upgrade.begin(house, context, request);
    } catch (ApiException e) {
      send(context, Reception.refusal(e, new LinkedHashMap<>(), false, house.now()), false);
      return true;
    }
  }

  private void spoil(
      ChannelHandlerContext context, RestRequest request, Fault fault, boolean keepsOpen) {
    switch (fault.kind()) {
      case DELAY -> {
        Answer answer = house.answer(request);
        Future<?> unused =
            context
                .executor()
                .schedule(
                    () -> send(context, answer, keepsOpen), fault.millis(), TimeUnit.MILLISECONDS);
      }
      case CUT -> close(context);
      case LOSE -> {
        Answer lost = house.answer(request);
        log.debug("Nobody hears the answer {} to {}.", lost.status(), request.name());
        close(context);
      }
      case FAIL -> send(context, Spoiled.answer(fault.status(), house.now()), keepsOpen);
      case FAIL_AFTER -> {
        Answer lost = house.answer(request);
        log.debug("Nobody hears the answer {} to {}.", lost.status(), request.name());
        send(context, Spoiled.answer(fault.status(), house.now()), keepsOpen);
      }
      default -> log.debug("Nobody hears {}.", request.name());
    }
  }

  private static void close(ChannelHandlerContext context) {
    Future<?> unused = context.close();
  }

  private static RestRequest read(FullHttpRequest request) {
    String uri = request.uri();
    int mark = uri.indexOf('?');
    String path = mark < 0 ? uri : uri.substring(0, mark);
    String query = mark < 0 ? "" : uri.substring(mark + 1);
    @Nullable String unit = request.headers().get("X-MBX-TIME-UNIT");
    return new RestRequest(
        request.method().name(),
        path,
        new FormData(query, request.content().toString(StandardCharsets.UTF_8)),
        request.headers().get("X-MBX-APIKEY"),
        unit != null && unit.toUpperCase(Locale.ROOT).equals("MICROSECOND"));
  }

  private static void send(ChannelHandlerContext context, Answer answer, boolean keepsOpen) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            Unpooled.copiedBuffer(answer.body(), StandardCharsets.UTF_8));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json;charset=UTF-8");
    answer.headers().forEach(response.headers()::set);
    HttpUtil.setContentLength(response, response.content().readableBytes());
    HttpUtil.setKeepAlive(response, keepsOpen);
    ChannelFuture written = context.writeAndFlush(response);
    if (!keepsOpen) {
      Future<?> unused = written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    log.debug("A connection ended: {}", cause.toString());
    close(context);
  }
}
