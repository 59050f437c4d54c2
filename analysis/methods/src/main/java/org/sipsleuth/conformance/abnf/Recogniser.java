package org.sipsleuth.conformance.abnf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Matches one range of bytes. Takes sets of places at once: the places where an element may
/// begin become the places where it may end, as in Thompson's simulation of an automaton; so
/// ambiguity costs nothing. A rule that contains itself is matched once a place.
final class Recogniser {

    /// The most alternatives that are listed where bytes depart.
    static final int MOST_EXPECTED = 12;

    /// Elements within each other, so that nested comments do not overflow the stack.
    private static final int MOST_DEPTH = 700;

    private final Grammar grammar;
    private final byte[] bytes;
    private final int from;
    private final int length;
    private final StepBudget budget;

    /// The ends of recursive rules, by rule and beginning.
    private final Map<String, Map<Integer, BitSet>> known = new HashMap<>();

    /// The rules that are being matched, and the last place each of them begins at.
    private final List<String> rules = new ArrayList<>();

    private final List<Integer> begins = new ArrayList<>();

    private int furthest = -1;
    private final Set<String> expected = new LinkedHashSet<>();
    private List<String> derivation = List.of();
    private int depth;

    Recogniser(Grammar grammar, byte[] bytes, int from, int to, StepBudget budget) {
        this.grammar = grammar;
        this.bytes = bytes;
        this.from = from;
        this.length = to - from;
        this.budget = budget;
    }

    Match match(String rule) {
        BitSet begin = new BitSet();
        begin.set(0);
        BitSet ends = ends(new Node.Reference(rule), begin);
        if (isTooCostly()) {
            return new Match(Match.Outcome.TOO_COSTLY, 0, List.of(grammar.name(rule)), List.of());
        }
        if (ends.get(length)) {
            return new Match(Match.Outcome.FITS, length, List.of(), List.of());
        }
        int end = ends.length() - 1;
        if (end >= furthest) {
            if (end > furthest) {
                expected.clear();
                derivation = List.of(grammar.name(rule));
                furthest = end;
            }
            expected.add("end");
        }
        return new Match(Match.Outcome.DEPARTS, Math.max(0, furthest), derivation,
                expected.stream().limit(MOST_EXPECTED).toList());
    }

    private boolean isTooCostly() {
        return budget.isSpent() || depth > MOST_DEPTH;
    }

    /// The places where the element ends if it begins at one of these.
    private BitSet ends(Node node, BitSet begin) {
        budget.spend(1 + (length >> 6)); // the sets have a bit a byte
        if (begin.isEmpty() || isTooCostly()) {
            return new BitSet();
        }
        if (depth == MOST_DEPTH) {
            depth++; // stays there: too costly
            return new BitSet();
        }
        depth++;
        BitSet ends = switch (node) {
            case Node.OneOf one -> ofByte(one, begin);
            case Node.Text text -> ofText(text, begin);
            case Node.Sequence all -> ofSequence(all, begin);
            case Node.Choice any -> ofChoice(any, begin);
            case Node.Repeat repeat -> ofRepeat(repeat, begin);
            case Node.Reference reference -> ofRule(reference.rule(), begin);
        };
        if (depth <= MOST_DEPTH) {
            depth--;
        }
        return ends;
    }

    private BitSet ofByte(Node.OneOf one, BitSet begin) {
        BitSet ends = new BitSet(length + 1);
        for (int at = begin.nextSetBit(0); at >= 0; at = begin.nextSetBit(at + 1)) {
            budget.spend(1);
            if (at < length && one.bytes().get(bytes[from + at] & 0xff)) {
                ends.set(at + 1);
            } else {
                missed(at, at, one.described());
            }
        }
        return ends;
    }

    private BitSet ofText(Node.Text text, BitSet begin) {
        BitSet ends = new BitSet(length + 1);
        int size = text.text().length();
        for (int at = begin.nextSetBit(0); at >= 0; at = begin.nextSetBit(at + 1)) {
            int same = 0;
            while (same < size && at + same < length && text.matches(same, bytes[from + at + same])) {
                same++;
            }
            budget.spend(1 + same);
            if (same == size) {
                ends.set(at + size);
            } else {
                missed(at + same, at, text.described());
            }
        }
        return ends;
    }

    private BitSet ofSequence(Node.Sequence all, BitSet begin) {
        BitSet places = begin;
        for (Node element : all.elements()) {
            places = ends(element, places);
            if (places.isEmpty()) {
                break;
            }
        }
        return places;
    }

    private BitSet ofChoice(Node.Choice any, BitSet begin) {
        BitSet ends = new BitSet(length + 1);
        for (Node element : any.elements()) {
            ends.or(ends(element, begin));
        }
        return ends;
    }

    private BitSet ofRepeat(Node.Repeat repeat, BitSet begin) {
        if (repeat.most() == Node.Repeat.UNLIMITED && repeat.least() <= 1) {
            if (repeat.element() instanceof Node.OneOf one) {
                return ofRun(one, one.described(), repeat.least(), begin);
            }
            if (repeat.element() instanceof Node.Reference reference
                    && grammar.node(reference.rule()) instanceof Node.OneOf one) {
                return ofRun(one, grammar.name(reference.rule()), repeat.least(), begin);
            }
        }
        BitSet places = begin;
        for (int i = 0; i < repeat.least(); i++) {
            places = ends(repeat.element(), places);
        }
        BitSet all = (BitSet) places.clone();
        boolean isUnlimited = repeat.most() == Node.Repeat.UNLIMITED;
        BitSet next = places;
        for (int i = repeat.least(); (isUnlimited || i < repeat.most()) && !next.isEmpty(); i++) {
            BitSet further = ends(repeat.element(), next);
            if (isUnlimited) {
                further.andNot(all);
            }
            all.or(further);
            next = further;
        }
        return all;
    }

    /// Any number of bytes of a set, each looked at once.
    private BitSet ofRun(Node.OneOf one, String described, int least, BitSet begin) {
        BitSet ends = new BitSet(length + 1);
        for (int first = begin.nextSetBit(0); first >= 0; first = begin.nextSetBit(first + 1)) {
            int at = first;
            if (least == 0) {
                ends.set(at);
            }
            boolean isKnown = false;
            while (!isKnown && at < length && one.bytes().get(bytes[from + at] & 0xff)) {
                at++;
                isKnown = ends.get(at);
                ends.set(at);
            }
            budget.spend(1 + at - first);
            if (!isKnown) {
                missed(at, at, described);
            }
        }
        return ends;
    }

    private BitSet ofRule(String rule, BitSet begin) {
        Node node = grammar.node(rule);
        rules.add(rule);
        begins.add(begin.length() - 1);
        BitSet ends = grammar.isRecursive(rule) ? ofRecursive(rule, begin) : ends(node, begin);
        rules.removeLast();
        begins.removeLast();
        return ends;
    }

    private BitSet ofRecursive(String rule, BitSet begin) {
        Map<Integer, BitSet> ofRule = known.computeIfAbsent(rule, _ -> new HashMap<>());
        BitSet all = new BitSet(length + 1);
        for (int at = begin.nextSetBit(0); at >= 0; at = begin.nextSetBit(at + 1)) {
            BitSet ends = ofRule.get(at);
            if (ends == null) {
                BitSet one = new BitSet();
                one.set(at);
                ends = ends(grammar.node(rule), one);
                ofRule.put(at, ends);
            }
            all.or(ends);
        }
        return all;
    }

    /// Notes that something does not fit.
    ///
    /// @param at the byte that does not
    /// @param begin where the element began
    private void missed(int at, int begin, String described) {
        if (at < furthest) {
            return;
        }
        if (at > furthest) {
            furthest = at;
            expected.clear();
            derivation = path();
        } else {
            derivation = shared(derivation, path());
        }
        expected.add(at == begin ? outermost(at, described) : described);
    }

    /// The outermost rule that begins at this place, as the best name for what is missing there.
    private String outermost(int at, String described) {
        for (int i = 1; i < rules.size(); i++) {
            if (begins.get(i) == at) {
                return grammar.name(rules.get(i));
            }
        }
        boolean isLong = described.indexOf(' ') > 0;
        return isLong ? grammar.name(rules.getLast()) : described;
    }

    private List<String> path() {
        return rules.stream().map(grammar::name).toList();
    }

    private static List<String> shared(List<String> one, List<String> other) {
        int count = 0;
        while (count < one.size() && count < other.size() && one.get(count).equals(other.get(count))) {
            count++;
        }
        return one.subList(0, count);
    }
}
