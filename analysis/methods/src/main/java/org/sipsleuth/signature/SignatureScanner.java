package org.sipsleuth.signature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.IntStream;

/// Scans messages for signatures with one automaton over all their strings (Aho and Corasick,
/// 1975). Occurrences count as YARA counts them: at every offset, overlapping ones too. Immutable;
/// any thread.
public final class SignatureScanner {

    private static final int BYTES = 256;
    private static final int ROOT = 0;

    private final List<Signature> signatures;
    private final List<Map<Integer, Integer>> children = new ArrayList<>();
    private final List<List<Hit>> hits = new ArrayList<>();
    private final int[] fallbacks;

    /// The nearest state on the way of fallbacks that ends a string, or the root.
    private final int[] ends;

    private final int[] firsts = new int[BYTES];

    /// A scanner for these.
    public SignatureScanner(List<Signature> signatures) {
        this.signatures = List.copyOf(signatures);
        addState();
        for (int i = 0; i < this.signatures.size(); i++) {
            for (WeightedString string : this.signatures.get(i).strings()) {
                hits.get(insert(string.text())).add(new Hit(i, string.weight()));
            }
        }
        fallbacks = new int[children.size()];
        ends = new int[children.size()];
        children.getFirst().forEach((its, state) -> firsts[its] = state);
        connect();
    }

    private int addState() {
        children.add(new HashMap<>());
        hits.add(new ArrayList<>());
        return children.size() - 1;
    }

    private int insert(String text) {
        int state = ROOT;
        for (int i = 0; i < text.length(); i++) {
            Integer next = children.get(state).get((int) text.charAt(i));
            if (next == null) {
                next = addState();
                children.get(state).put((int) text.charAt(i), next);
            }
            state = next;
        }
        return state;
    }

    private void connect() {
        Queue<Integer> queue = new ArrayDeque<>(children.getFirst().values());
        while (!queue.isEmpty()) {
            int state = queue.remove();
            children.get(state)
                    .forEach(
                            (its, next) -> {
                                int fallback = next(fallbacks[state], its);
                                fallbacks[next] = fallback;
                                ends[next] =
                                        hits.get(fallback).isEmpty() ? ends[fallback] : fallback;
                                queue.add(next);
                            });
        }
    }

    private int next(int from, int its) {
        int state = from;
        while (state != ROOT) {
            Integer next = children.get(state).get(its);
            if (next != null) {
                return next;
            }
            state = fallbacks[state];
        }
        return firsts[its];
    }

    /// The signatures that it scans for.
    public List<Signature> signatures() {
        return signatures;
    }

    /// The sum of each signature over a message, in the order of the signatures. Cost: linear in
    /// the length of the message and the number of occurrences.
    public long[] sums(byte[] message) {
        long[] sums = new long[signatures.size()];
        int state = ROOT;
        for (byte its : message) {
            state = next(state, its & 0xff);
            for (int end = state; end != ROOT; end = ends[end]) {
                for (Hit hit : hits.get(end)) {
                    sums[hit.signature()] += hit.weight();
                }
            }
        }
        return sums;
    }

    /// The signatures that a message has, by their number from 0.
    public int[] matches(byte[] message) {
        long[] sums = sums(message);
        return IntStream.range(0, sums.length)
                .filter(i -> sums[i] >= signatures.get(i).threshold())
                .toArray();
    }

    /// The largest sum of each signature over these messages.
    long[] largest(List<byte[]> messages) {
        long[] largest = new long[signatures.size()];
        Arrays.fill(largest, Long.MIN_VALUE);
        for (byte[] message : messages) {
            long[] sums = sums(message);
            for (int i = 0; i < sums.length; i++) {
                largest[i] = Math.max(largest[i], sums[i]);
            }
        }
        return largest;
    }

    private record Hit(int signature, int weight) {}
}
