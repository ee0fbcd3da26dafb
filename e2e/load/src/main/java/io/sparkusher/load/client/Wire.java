package io.sparkusher.load.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;

/** Makes connections to one target. */
final class Wire {
    private static final int CONNECT_MILLIS = 10_000;

    private final EventLoop loop;
    private final Target target;

    Wire(EventLoop loop, Target target) {
        this.loop = loop;
        this.target = target;
    }

    /** Begins to make one for the user, who will hear what comes of it. */
    void connect(Connection.User user) {
        Connection connection = new Connection(user);
        ChannelFuture connected = new Bootstrap()
                .group(loop.group())
                .channel(loop.channels())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(target.tls(channel.alloc()), connection);
                    }
                })
                .connect(target.address());
        connected.addListener(done -> {
            if (!done.isSuccess()) {
                connection.failed("no connection");
            }
        });
    }
}
