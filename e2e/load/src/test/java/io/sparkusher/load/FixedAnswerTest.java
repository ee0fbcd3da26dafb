package io.sparkusher.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sparkusher.webhook.review.ReviewAnswer;
import io.sparkusher.webhook.review.ReviewAnswer.Decided;
import io.sparkusher.webhook.review.ReviewAnswer.Refused;
import org.junit.jupiter.api.Test;

class FixedAnswerTest {
    private static final String ANSWER = "{\"response\":{\"uid\":\"captured\",\"allowed\":true,\"patch\":\"W10=\"}}";

    private final FixedAnswer answer = new FixedAnswer(ANSWER.getBytes(UTF_8));

    @Test
    void putsTheUidOfTheReviewInThePlaceOfItsOwn() {
        String review =
                "{\"request\":{\"uid\": \"a-longer-one-than-that\",\"object\":{\"metadata\":{\"uid\":\"pod\"}}}}";

        Decided decided = assertInstanceOf(Decided.class, answerTo(review));

        assertEquals(ANSWER.replace("captured", "a-longer-one-than-that"), new String(decided.json(), UTF_8));
    }

    @Test
    void refusesAReviewWithoutAUid() {
        assertInstanceOf(Refused.class, answerTo("{\"request\":{}}"));
        assertInstanceOf(Refused.class, answerTo("{\"request\":{\"uid\":\"cut off"));
    }

    @Test
    void isNotMadeOfAnAnswerWithoutAUid() {
        byte[] other = "{}".getBytes(UTF_8);

        assertThrows(IllegalArgumentException.class, () -> new FixedAnswer(other));
    }

    private ReviewAnswer answerTo(String review) {
        return answer.to(review.getBytes(UTF_8));
    }
}
