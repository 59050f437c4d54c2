package org.sipsleuth.view.edge.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.sipsleuth.view.edge.text.ClassWords;

final class ReplacedTest {

    /// Beside "Incident messages passed 38.7 %".
    @Test
    void sharesNameTheirWholes() {
        assertEquals("Apply puts it in place of what is on now, which stops 61.3 % of the messages of the incidents and"
                + " 20.1 % of their requests that were accepted, and loses 1.2 % of other calls and registrations.",
                new Replaced(true, 0.613, OptionalDouble.of(0.201), 0.012).words(ClassWords.INCIDENTS));
        assertEquals(
                "Apply puts it in place of what is on now, which stops 61.3 % of the messages of I3 and"
                        + " loses 1.2 % of other calls and registrations.",
                new Replaced(true, 0.613, OptionalDouble.empty(), 0.012).words(ClassWords.of(3)));
    }

    @Test
    void nothingThatIsOnIsNotReplaced() {
        assertEquals("", new Replaced(false, 0, OptionalDouble.empty(), 0).words(ClassWords.TRUTH));
    }
}
