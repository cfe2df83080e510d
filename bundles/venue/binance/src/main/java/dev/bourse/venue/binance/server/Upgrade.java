package dev.bourse.venue.binance.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;

/** Makes a WebSocket of a request. */
final class Upgrade {
  private static final int LARGEST_MESSAGE = 1 << 20;

  private Upgrade() {}

  /** Whether a request wants to be a WebSocket. */
  static boolean isWanted(FullHttpRequest request) {
    return "websocket".equalsIgnoreCase(request.headers().get(HttpHeaderNames.UPGRADE));
  }

  private static boolean isApi(String path) {
    return path.startsWith("/ws-api/v3");
  }

  /**
   * Makes a WebSocket; false if the venue has none on this path. Throws {@code ApiException} if
   * there were too many.
   */
  static boolean begin(House house, ChannelHandlerContext context, FullHttpRequest request) {
    QueryStringDecoder uri = new QueryStringDecoder(request.uri());
    String path = uri.path();
    boolean raw = path.equals("/ws") || path.startsWith("/ws/");
    if (!raw && !path.equals("/stream") && !isApi(path)) {
      return false;
    }
    house.parts().limits().connect(isApi(path), house.now());
    SocketWire wire = new SocketWire(context.channel(), house.faults());
    if (isApi(path)) {
      boolean shows = !"false".equals(parameter(uri, "returnRateLimits"));
      ApiSession session =
          new ApiSession(house, wire, new ApiSession.Options(isMicros(uri), shows));
      shake(house, context, request, wire, session, () -> {});
      return true;
    }
    String names = raw ? path.substring(Math.min(4, path.length())) : parameter(uri, "streams");
    List<String> streams =
        Arrays.stream(names.split("/", -1)).filter(name -> !name.isBlank()).toList();
    StreamSession.check(streams);
    StreamSession session = new StreamSession(house, wire, !raw, isMicros(uri));
    shake(house, context, request, wire, session, () -> session.begin(streams));
    return true;
  }

  private static boolean isMicros(QueryStringDecoder uri) {
    return parameter(uri, "timeUnit").toUpperCase(Locale.ROOT).equals("MICROSECOND");
  }

  private static String parameter(QueryStringDecoder uri, String name) {
    List<String> values = uri.parameters().getOrDefault(name, List.of(""));
    return values.get(0);
  }

  private static void shake(
      House house,
      ChannelHandlerContext context,
      FullHttpRequest request,
      SocketWire wire,
      Session session,
      Runnable then) {
    WebSocketServerHandshaker handshaker =
        new WebSocketServerHandshakerFactory("ws://localhost/", null, true, LARGEST_MESSAGE)
            .newHandshaker(request);
    if (handshaker == null) {
      Future<?> unused =
          WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel());
      return;
    }
    Future<?> unused =
        handshaker
            .handshake(context.channel(), request)
            .addListener(
                done -> {
                  if (done.isSuccess()) {
                    context
                        .pipeline()
                        .addLast(new WebSocketFrameAggregator(LARGEST_MESSAGE))
                        .addLast(new SocketHandler(house, wire, session));
                    context.pipeline().remove(Doorway.class);
                    then.run();
                  }
                });
  }
}
