package io.sparkusher.webhook.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands where connections are accepted, before their TLS handshake. Vert.x lets its users see a connection only after
 * it, and cannot stop listening without closing the connections that it has: a bound on their number and an orderly
 * end need both.
 */
@Sharable
final class AcceptGate extends ChannelInboundHandlerAdapter {
    private final int limit;
    private final AtomicInteger open = new AtomicInteger();
    private final ChannelGroup listeners = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    AcceptGate(int limit) {
        this.limit = limit;
    }

    /** Has all that this listener accepts pass the gate. */
    <C extends ServerChannel> C guard(C listener) {
        listener.pipeline().addFirst(this);
        listeners.add(listener);
        return listener;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Channel connection = (Channel) message;
        if (open.incrementAndGet() > limit) {
            open.decrementAndGet();
            connection.unsafe().closeForcibly();
            return;
        }
        connection.closeFuture().addListener(closed -> open.decrementAndGet());
        context.fireChannelRead(message);
    }

    /** How many connections there are, those in their TLS handshake included. */
    int openConnections() {
        return open.get();
    }

    /** Accepts no further connection, and leaves those that there are alone. */
    Future<Void> stopListening() {
        Promise<Void> stopped = Promise.promise();
        listeners.close().addListener(closed -> stopped.complete());
        return stopped.future();
    }
}
