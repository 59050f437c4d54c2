package org.sipsleuth.simulate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.simulate.clock.SeededRandom;

class CorpusTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 77, 4475})
    void numbersAreThoseOfThePaper(long seed) {
        List<Corpus.Entry> corpus = new Corpus(Corpus.Numbers.PAPER, new SeededRandom(seed)).draw();
        Map<String, Integer> times = new HashMap<>();
        Set<String> types = new HashSet<>();
        Set<String> trained = new HashSet<>();
        int longest = 0;
        int shortest = Integer.MAX_VALUE;
        for (Corpus.Entry entry : corpus) {
            String sequence = entry.script().sequence();
            times.merge(sequence, 1, Integer::sum);
            types.addAll(Arrays.asList(sequence.split(" ")));
            longest = Math.max(longest, entry.script().length());
            shortest = Math.min(shortest, entry.script().length());
            if (entry.part() == Corpus.Part.TRAIN) {
                trained.add(sequence);
            }
        }
        assertEquals(18_782, corpus.size());
        assertEquals(1_492, times.size());
        assertEquals(988, times.values().stream().filter(count -> count == 1).count());
        assertEquals(CallGrammar.TYPES, types.size(), types::toString);
        assertEquals(56, longest);
        assertEquals(3, shortest);
        assertEquals(928, trained.size());
        assertEquals(9_391, count(corpus, Corpus.Part.TRAIN));
        assertEquals(3_756, count(corpus, Corpus.Part.VALIDATION));
        long unknown = corpus.stream().filter(e -> !trained.contains(e.script().sequence())).count();
        assertEquals(639, unknown);
        int most = times.values().stream().max(Integer::compare).orElseThrow();
        assertTrue(most < corpus.size() / 2, "one sequence is " + most);
    }

    private static long count(List<Corpus.Entry> corpus, Corpus.Part part) {
        return corpus.stream().filter(entry -> entry.part() == part).count();
    }
}
