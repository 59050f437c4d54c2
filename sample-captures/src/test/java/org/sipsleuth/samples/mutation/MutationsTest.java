package org.sipsleuth.samples.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MutationsTest {
    private static final String LOCAL = "203.0.113.66:5060";
    private static final int MOST_BYTES_IN_ONE_PACKET = 1472;

    static Stream<Rule> rules() {
        return Stream.of(OddRules.all(), WrongRules.all(), ByteRules.all(new Random(1))).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void nothingButTheReportedStretchChanges(Rule rule) {
        for (String method : List.of("OPTIONS", "REGISTER", "INVITE", "MESSAGE")) {
            Request request = Request.of(method, "1001", LOCAL, "a1");
            Mutation mutation = rule.apply(request);
            String text = mutation.text();
            Span changed = mutation.changed();
            int after = text.length() - changed.to();

            assertNotEquals(request.text(), text);
            assertEquals(request.text().substring(0, changed.from()), text.substring(0, changed.from()));
            assertEquals(request.text().substring(request.text().length() - after), text.substring(changed.to()));
        }
    }

    @Test
    void rulesHaveDistinctNames() {
        List<String> names = rules().map(Rule::what).toList();
        assertEquals(names.size(), names.stream().distinct().count());
    }

    @Test
    void theSameSeedGivesTheSameMessagesAndAnotherDoesNot() {
        assertEquals(Mutations.all(7, LOCAL), Mutations.all(7, LOCAL));
        assertNotEquals(Mutations.all(7, LOCAL), Mutations.all(8, LOCAL));
    }

    @Test
    void everyRuleMeetsEveryKindOfRequestOnce() {
        var counts =
                Mutations.all(7, LOCAL).stream().collect(Collectors.groupingBy(Mutation::what, Collectors.counting()));
        assertEquals(rules().map(Rule::what).collect(Collectors.toSet()), counts.keySet());
        assertTrue(counts.values().stream().allMatch(count -> count == 4));
    }

    @Test
    void noTwoMessagesAreEqualAndEachFitsInAPacket() {
        List<Mutation> mutations = Mutations.all(7, LOCAL);
        assertEquals(mutations.size(),
                mutations.stream().collect(Collectors.toMap(Mutation::line, Function.identity())).size());
        for (Mutation mutation : mutations) {
            assertTrue(mutation.bytes().length <= MOST_BYTES_IN_ONE_PACKET, mutation.what());
        }
    }

    @Test
    void theLineShowsHashStretchAndRule() {
        Mutation mutation = new Mutation("abc", new Span(1, 2), "one letter");
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\t1\t2\tone letter",
                mutation.line());
    }

    @Test
    void itSendsNowhereButToDocumentationAddresses() {
        String[] arguments = {"127.0.0.1", "0", "10.0.0.1", "5060", "1", "0", "unused"};
        assertThrows(IllegalArgumentException.class, () -> MutationRun.main(arguments));
    }
}
