package io.sparkusher.load.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/** A request that is encoded once and sent many times. */
public final class PreparedRequest {
    private final ByteBuf bytes;

    private PreparedRequest(ByteBuf bytes) {
        this.bytes = bytes;
    }

    /** A review to be asked for as the API server does. */
    public static PreparedRequest review(byte[] body) {
        byte[] head = ("POST /mutate?timeout=10s HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(US_ASCII);
        // No longer than that, so that nobody on its way writes behind its end.
        ByteBuffer bytes = ByteBuffer.allocateDirect(head.length + body.length);
        bytes.put(head).put(body).flip();
        return new PreparedRequest(Unpooled.wrappedBuffer(bytes));
    }

    /** For whoever writes it to release, as writing does. */
    ByteBuf once() {
        return bytes.retainedDuplicate();
    }
}
