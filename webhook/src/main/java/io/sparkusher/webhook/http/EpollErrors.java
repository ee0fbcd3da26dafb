package io.sparkusher.webhook.http;

import io.netty.channel.unix.Errors.NativeIoException;
import java.io.IOException;
import java.net.BindException;

/** What epoll says in the words of the operating system, in Java's. */
final class EpollErrors {
    // Negative, as Netty gives them; of Linux on every processor that there are libraries for (errno-base.h, errno.h).
    private static final int ADDRESS_IN_USE = -98;
    private static final int PERMISSION_DENIED = -13;

    private EpollErrors() {}

    /** A {@link BindException} where the JDK's own sockets would have thrown one; the exception itself otherwise. */
    static IOException asJavaHasIt(IOException exception) {
        if (exception instanceof NativeIoException failure
                && (failure.expectedErr() == ADDRESS_IN_USE || failure.expectedErr() == PERMISSION_DENIED)) {
            BindException bind = new BindException(failure.getMessage());
            bind.initCause(failure);
            return bind;
        }
        return exception;
    }
}
