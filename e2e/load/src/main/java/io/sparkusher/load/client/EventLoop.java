package io.sparkusher.load.client;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/**
 * The one thread that does all the work, by epoll where that is on the class path.
 *
 * @param channels the kind of connections that it works with
 */
record EventLoop(EventLoopGroup group, Class<? extends SocketChannel> channels) {
    static EventLoop best() {
        return Epoll.isAvailable()
                ? of(EpollIoHandler.newFactory(), EpollSocketChannel.class)
                : of(NioIoHandler.newFactory(), NioSocketChannel.class);
    }

    static String description() {
        return Epoll.isAvailable() ? "epoll" : "the JDK's selectors";
    }

    private static EventLoop of(IoHandlerFactory factory, Class<? extends SocketChannel> channels) {
        return new EventLoop(new MultiThreadIoEventLoopGroup(1, factory), channels);
    }
}
