package org.sipsleuth.simulate.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Mutation;

final class GrammarMutatorTest {

    private static final String MESSAGE = String.join("\r\n", "INVITE sip:john@doe SIP/2.0",
            "Via: SIP/2.0/UDP first;branch=z9hG4bKa", "Max-Forwards: 70", "From: \"Jane\" <sip:jane@doe>;tag=1",
            "To: <sip:john@doe>", "Call-ID: c", "CSeq: 2 INVITE", "Content-Length: 0", "", "");

    private static String mutated(Rule rule, long seed, List<Mutation> changes) {
        byte[] bytes = new GrammarMutator(rule, 1, new SeededRandom(seed))
                .mutate(MESSAGE.getBytes(StandardCharsets.ISO_8859_1), changes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void outsideTheChangedBytesTheMessageIsAsItWas(Rule rule) {
        for (int seed = 0; seed < 40; seed++) {
            List<Mutation> changes = new ArrayList<>();
            String broken = mutated(rule, seed, changes);
            Mutation change = changes.getFirst();
            assertEquals(rule.key(), change.rule());
            String end = broken.substring(change.to());
            assertTrue(MESSAGE.startsWith(broken.substring(0, change.from())));
            assertTrue(MESSAGE.endsWith(end));
            assertTrue(change.from() + end.length() <= MESSAGE.length());
        }
    }

    @Test
    void onlyWhatIsInsertedCounts() {
        List<Mutation> changes = new ArrayList<>();
        String broken = mutated(Rule.NUL, 5, changes);
        Mutation change = changes.getFirst();
        assertEquals("\0", broken.substring(change.from(), change.to()));
    }

    @Test
    void whatIsLeftOutHasNoBytes() {
        List<Mutation> changes = new ArrayList<>();
        mutated(Rule.LEAVE_OUT, 5, changes);
        assertEquals(changes.getFirst().from(), changes.getFirst().to());
    }
}
