package io.sparkusher.webhook.admission;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;

/** Bytes on their way out. Every thread has one and uses it again and again, as long as it does not grow large. */
final class ReusedBuffer extends ByteArrayOutputStream {
    private static final int USUAL_SIZE = 16 * 1024;
    private static final int LARGEST_KEPT = 256 * 1024;
    private static final ThreadLocal<ReusedBuffer> OF_THREAD = ThreadLocal.withInitial(ReusedBuffer::new);

    private ReusedBuffer() {
        super(USUAL_SIZE);
    }

    /** The thread's own, empty. What it held before is gone. */
    static ReusedBuffer empty() {
        ReusedBuffer buffer = OF_THREAD.get();
        if (buffer.buf.length > LARGEST_KEPT) {
            buffer = new ReusedBuffer();
            OF_THREAD.set(buffer);
        }
        buffer.reset();
        return buffer;
    }

    /** What it holds in base64, in an array of its own. */
    byte[] toBase64() {
        return Base64.getEncoder().encode(ByteBuffer.wrap(buf, 0, count)).array();
    }
}
