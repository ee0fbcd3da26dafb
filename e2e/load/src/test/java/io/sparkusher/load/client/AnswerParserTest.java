package io.sparkusher.load.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.sparkusher.load.client.AnswerParser.Progress;
import io.sparkusher.load.client.Outcome.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerParserTest {
    private final AnswerParser parser = new AnswerParser();

    private static String answer(String body) {
        return "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body);
    }

    private Progress read(String text) {
        return parser.read(bytes(text));
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"patch\":\"W10=\"}",
                "\"patch\"patch\":",
                "\"\"patch\":",
                "{\"patc\":1,\"patch\":2}",
            })
    void findsAPatchHoweverTheAnswerIsCut(String body) {
        String answer = answer(body);
        for (int cut = 1; cut < answer.length(); cut++) {
            assertEquals(Progress.Incomplete, read(answer.substring(0, cut)));
            assertEquals(Progress.Complete, read(answer.substring(cut)));
            assertEquals(new Answered(200, true), parser.take());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"patchType\":\"JSONPatch\"}", "{\"patch\"", "patch\":"})
    void findsNoPatchWhereThereIsNone(String body) {
        assertEquals(Progress.Complete, read(answer(body)));
        assertEquals(new Answered(200, false), parser.take());
    }

    @Test
    void leavesTheNextAnswerAlone() {
        ByteBuf two = bytes(answer("{\"patch\":1}") + answer("{}"));

        assertEquals(Progress.Complete, parser.read(two));
        assertEquals(new Answered(200, true), parser.take());
        assertEquals(Progress.Complete, parser.read(two));
        assertEquals(new Answered(200, false), parser.take());
    }

    @Test
    void tellsTheStatus() {
        assertEquals(Progress.Complete, read("HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"));
        assertEquals(new Answered(503, false), parser.take());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\n\r\n", "HTTP/2 200\r\nContent-Length: 0\r\n\r\n", "\r\n\r\n\r\n"})
    void doesNotUnderstandWhatSparkUsherNeverSays(String head) {
        assertEquals(Progress.Broken, read(head));
    }

    @Test
    void readsNoHeadWithoutEnd() {
        assertEquals(Progress.Broken, read("x".repeat(20_000)));
    }
}
