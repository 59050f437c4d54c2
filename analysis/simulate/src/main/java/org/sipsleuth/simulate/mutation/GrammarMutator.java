package org.sipsleuth.simulate.mutation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Mutation;
import org.sipsleuth.simulate.message.Mutator;

/// Damages a message at one or several places that do not overlap: the first by a given rule, the
/// others by random rules. A message without a place for the rule is damaged by another one.
public final class GrammarMutator implements Mutator {

    private final Rule first;
    private final int edits;
    private final SeededRandom draws;

    private record Edit(Place place, Rule rule) {}

    /// @param edits the maximum number of damaged places, at least 1
    public GrammarMutator(Rule first, int edits, SeededRandom draws) {
        this.first = first;
        this.edits = edits;
        this.draws = draws;
    }

    @Override
    public byte[] mutate(byte[] message, List<Mutation> changes) {
        List<Place> places = Places.of(message);
        List<Edit> chosen = new ArrayList<>();
        for (int i = 0; i < edits; i++) {
            Rule rule = i == 0 ? first : draws.of(List.of(Rule.values()));
            choose(rule, places, chosen);
        }
        while (chosen.isEmpty()) {
            choose(draws.of(List.of(Rule.values())), places, chosen);
        }
        chosen.sort(Comparator.comparingInt(edit -> edit.place.from()));
        return apply(message, chosen, changes);
    }

    private void choose(Rule rule, List<Place> places, List<Edit> chosen) {
        List<Place> fitting = places.stream()
                .filter(rule::fits)
                .filter(place -> chosen.stream().noneMatch(e -> overlap(e.place, place)))
                .toList();
        if (!fitting.isEmpty()) {
            chosen.add(new Edit(draws.of(fitting), rule));
        }
    }

    private static boolean overlap(Place one, Place other) {
        return one.from() < other.to() && other.from() < one.to();
    }

    private byte[] apply(byte[] message, List<Edit> chosen, List<Mutation> changes) {
        String text = new String(message, StandardCharsets.ISO_8859_1); // one character a byte
        StringBuilder broken = new StringBuilder();
        int at = 0;
        for (Edit edit : chosen) {
            Place place = edit.place;
            broken.append(text, at, place.from());
            String before = text.substring(place.from(), place.to());
            String now = edit.rule.broken(before, draws);
            String what = place.name() + ": " + edit.rule.text();
            int kept = keptBefore(before, now);
            int from = broken.length() + kept;
            int to = broken.length() + now.length() - keptAfter(before, now, kept);
            changes.add(new Mutation(from, to, what, edit.rule.key()));
            broken.append(now);
            at = place.to();
        }
        broken.append(text, at, text.length());
        return broken.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// How many characters both texts begin with.
    private static int keptBefore(String before, String now) {
        int kept = 0;
        while (kept < Math.min(before.length(), now.length()) && before.charAt(kept) == now.charAt(kept)) {
            kept++;
        }
        return kept;
    }

    /// How many characters both texts end with, behind those that they begin with.
    private static int keptAfter(String before, String now, int begin) {
        int most = Math.min(before.length(), now.length()) - begin;
        int kept = 0;
        while (kept < most && before.charAt(before.length() - 1 - kept) == now.charAt(now.length() - 1 - kept)) {
            kept++;
        }
        return kept;
    }
}
