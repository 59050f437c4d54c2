package org.sipsleuth.samples.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// All mutations of one run: every rule applied to every kind of request.
final class Mutations {

    /// Whom the requests are for: registered phones, and for INVITE nobody, so that nothing rings.
    private static final List<List<String>> REQUESTS = List.of(List.of("OPTIONS", "1001"), List.of("REGISTER", "1003"),
            List.of("INVITE", "1099"), List.of("MESSAGE", "1004"));

    private Mutations() {}

    /// The same seed gives the same messages, on every machine.
    ///
    /// @param local address and port they are sent from, as text
    static List<Mutation> all(long seed, String local) {
        Random chance = new Random(seed);
        List<Rule> rules =
                Stream.of(OddRules.all(), WrongRules.all(), ByteRules.all(chance)).flatMap(List::stream).toList();
        List<Mutation> mutations = new ArrayList<>();
        for (Rule rule : rules) {
            for (List<String> request : REQUESTS) {
                String id = Integer.toHexString(mutations.size()) + "x" + Long.toHexString(chance.nextLong());
                mutations.add(rule.apply(Request.of(request.get(0), request.get(1), local, id)));
            }
        }
        return List.copyOf(mutations);
    }
}
