package io.sparkusher.load.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the answers of one connection as far as the load wants to know them, so that most of the time measured is the
 * server's.
 */
final class AnswerParser {
    /** What has been read so far. */
    enum Progress {
        Incomplete,
        Complete,
        Broken
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d{1,9}) *\r\n");
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final int LONGEST_HEAD = 1 << 14;
    private static final int END_OF_HEAD = ('\r' << 24) | ('\n' << 16) | ('\r' << 8) | '\n';
    private static final int IN_HEAD = -1;

    private final byte[] head = new byte[LONGEST_HEAD];
    private final PatchFinder patch = new PatchFinder();
    private int headLength;
    private int lastBytes;
    private int missing = IN_HEAD;
    private int status;

    /** Takes from the bytes what belongs to the answer that is being read. */
    Progress read(ByteBuf bytes) {
        if (missing == IN_HEAD && !readHead(bytes)) {
            return headLength == LONGEST_HEAD ? Progress.Broken : Progress.Incomplete;
        }
        if (missing == IN_HEAD && !understandHead()) {
            return Progress.Broken;
        }
        int here = Math.min(missing, bytes.readableBytes());
        patch.look(bytes, here);
        bytes.skipBytes(here);
        missing -= here;
        return missing == 0 ? Progress.Complete : Progress.Incomplete;
    }

    private boolean readHead(ByteBuf bytes) {
        while (bytes.isReadable() && headLength < LONGEST_HEAD) {
            byte next = bytes.readByte();
            head[headLength] = next;
            headLength++;
            lastBytes = (lastBytes << 8) | (next & 0xff);
            if (lastBytes == END_OF_HEAD) {
                return true;
            }
        }
        return false;
    }

    // Without a length the answer is none that Spark Usher gives.
    private boolean understandHead() {
        String text = new String(head, 0, headLength, ISO_8859_1);
        Matcher first = STATUS.matcher(text);
        Matcher length = LENGTH.matcher(text);
        if (!first.lookingAt() || !length.find()) {
            return false;
        }
        status = Integer.parseInt(first.group(1));
        missing = Integer.parseInt(length.group(1));
        return true;
    }

    /** The answer that is complete. The next bytes are of another one. */
    Outcome.Answered take() {
        Outcome.Answered answer = new Outcome.Answered(status, patch.found());
        headLength = 0;
        lastBytes = 0;
        missing = IN_HEAD;
        patch.reset();
        return answer;
    }
}
