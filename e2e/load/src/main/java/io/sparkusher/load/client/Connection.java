package io.sparkusher.load.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection with one request at a time. It belongs to its event loop. */
final class Connection extends ChannelInboundHandlerAdapter {
    /** Whoever has requests for it. */
    interface User {
        /** After the TLS handshake. */
        void ready(Connection connection);

        /** There will be nothing else of this connection: it is closed, and was never ready. */
        void unusable(Connection connection, String cause);

        /** Of the request that was sent last. The connection takes the next one, if it is still open. */
        void ended(Connection connection, Outcome outcome);
    }

    private enum State {
        Connecting,
        Idle,
        Asking,
        Closed
    }

    private final User user;
    private final AnswerParser parser = new AnswerParser();
    private @Nullable ChannelHandlerContext context;
    private State state = State.Connecting;
    private long dueNanos;

    Connection(User user) {
        this.user = user;
    }

    boolean isOpen() {
        return state != State.Closed;
    }

    /** When the present or last request was due. */
    long dueNanos() {
        return dueNanos;
    }

    /** To be asked for once it is ready and nothing is under way. */
    void send(PreparedRequest request, long due) {
        ChannelHandlerContext ready = Objects.requireNonNull(context, "Not connected");
        dueNanos = due;
        state = State.Asking;
        // What fails here breaks the connection, which is told of by itself.
        var unused = ready.writeAndFlush(request.once(), ready.voidPromise());
    }

    void close() {
        end("cut off");
        if (context != null) {
            var unused = context.close();
        }
    }

    /** There is no connection, for that reason. */
    void failed(String cause) {
        end(cause);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake && state == State.Connecting) {
            if (handshake.isSuccess()) {
                state = State.Idle;
                user.ready(this);
            } else {
                end("no handshake");
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            read(bytes);
        } finally {
            bytes.release();
        }
    }

    private void read(ByteBuf bytes) {
        while (bytes.isReadable() && state == State.Asking) {
            switch (parser.read(bytes)) {
                case Incomplete -> {}
                case Broken -> {
                    end("no HTTP");
                    close();
                }
                case Complete -> {
                    state = State.Idle;
                    user.ended(this, parser.take());
                }
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end("cut off");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(state == State.Connecting ? "no handshake" : "cut off");
        var unused = context.close();
    }

    private void end(String cause) {
        State before = state;
        state = State.Closed;
        switch (before) {
            case Connecting -> user.unusable(this, cause);
            case Asking -> user.ended(this, new Outcome.Failed(cause));
            case Idle, Closed -> {}
        }
    }
}
