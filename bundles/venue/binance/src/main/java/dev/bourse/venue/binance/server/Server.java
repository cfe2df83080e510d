package dev.bourse.venue.binance.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on the loopback address. Its one thread is the venue's thread. */
public final class Server implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Server.class);
  private static final int LARGEST_REQUEST = 1 << 20;

  /** An address may name more than a thousand streams. */
  private static final int LONGEST_ADDRESS = 1 << 16;

  private static final int LARGEST_PART = 1 << 13;
  private static final long WORK_MILLIS = 20;

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("bourse-venue", true), NioIoHandler.newFactory());
  private final EventLoop loop = group.next();
  private final ChannelGroup connections = new DefaultChannelGroup(loop);
  private final House house;
  private final Channel listener;
  private final ScheduledFuture<?> work;

  /**
   * Starts to listen.
   *
   * @param port where, 0 for any free one
   * @param data brings market data that is due
   */
  public Server(House house, int port, Runnable data) throws IOException {
    this.house = house;
    try {
      this.listener = bind(port);
    } catch (IOException | RuntimeException e) {
      group.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
      throw e;
    }
    this.work =
        loop.scheduleAtFixedRate(() -> work(data), WORK_MILLIS, WORK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private Channel bind(int port) throws IOException {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    connections.add(channel);
                    channel
                        .pipeline()
                        .addLast(new HttpServerCodec(LONGEST_ADDRESS, LARGEST_PART, LARGEST_PART))
                        .addLast(new HttpObjectAggregator(LARGEST_REQUEST))
                        .addLast(new Doorway(house));
                  }
                });
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var bound = bootstrap.bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(
          "the local venue cannot listen on port " + port + ": " + bound.cause().getMessage(),
          bound.cause());
    }
    return bound.channel();
  }

  private void work(Runnable data) {
    try {
      data.run();
      house.work();
    } catch (RuntimeException e) {
      log.error("The venue could not do what was due.", e);
    }
  }

  /** The port on which it listens. */
  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /** How many connections of clients are open. */
  public int connections() {
    return connections.size();
  }

  /** Does something on the venue's thread and waits for it. */
  public <T> T call(Supplier<T> work) {
    if (loop.inEventLoop()) {
      return work.get();
    }
    try {
      return CompletableFuture.supplyAsync(work, loop).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Ends all connections and everything that was to be done. */
  @Override
  public void close() {
    work.cancel(false);
    call(
        () -> {
          house.sayFarewell();
          return true;
        });
    listener.close().awaitUninterruptibly();
    connections.close().awaitUninterruptibly();
    call(
        () -> {
          house.parts().floor().close();
          return true;
        });
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
