package org.sipsleuth.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Scans messages for signatures with one automaton over all their strings (Aho and Corasick,
/// 1975). Occurrences count as YARA counts them: at every offset, overlapping ones too. Immutable;
/// any thread.
public final class SignatureScanner {

    private static final int BYTES = 256;
    private static final int ROOT = 0;

    private static final int NONE = 0; // no state has the root as its child

    private final List<Signature> signatures;

    /// Of each state the first of its children, the next child of its parent, and the byte that
    /// leads to it.
    private final int[] children;

    private final int[] siblings;
    private final byte[] bytes;

    private final int[] fallbacks;

    /// The nearest state on the way of fallbacks that ends a string, or the root.
    private final int[] ends;

    /// The strings that end at a state, where any do.
    private final Map<Integer, List<Hit>> hits = new HashMap<>();

    private final int[] firsts = new int[BYTES];
    private int states = 1;

    /// A scanner for these. Memory: 17 bytes for each byte of the strings, at most
    /// [SignatureBundle#MOST_STRING_BYTES] of a bundle.
    public SignatureScanner(List<Signature> signatures) {
        this.signatures = List.copyOf(signatures);
        int most = 1 + Math.toIntExact(SignatureBundle.stringBytes(this.signatures));
        children = new int[most];
        siblings = new int[most];
        bytes = new byte[most];
        fallbacks = new int[most];
        ends = new int[most];
        for (int i = 0; i < this.signatures.size(); i++) {
            for (WeightedString string : this.signatures.get(i).strings()) {
                hits.computeIfAbsent(insert(string.text()), _ -> new ArrayList<>()).add(new Hit(i, string.weight()));
            }
        }
        for (int state = children[ROOT]; state != NONE; state = siblings[state]) {
            firsts[bytes[state] & 0xff] = state;
        }
        connect();
    }

    private int insert(String text) {
        int state = ROOT;
        for (int i = 0; i < text.length(); i++) {
            byte its = (byte) text.charAt(i);
            int next = child(state, its);
            if (next == NONE) {
                next = states++;
                bytes[next] = its;
                siblings[next] = children[state];
                children[state] = next;
            }
            state = next;
        }
        return state;
    }

    private int child(int state, byte its) {
        int child = children[state];
        while (child != NONE && bytes[child] != its) {
            child = siblings[child];
        }
        return child;
    }

    /// Shorter strings first, since a fallback is shorter than its state.
    private void connect() {
        int[] queue = new int[states];
        int size = 0;
        for (int state = children[ROOT]; state != NONE; state = siblings[state]) {
            queue[size++] = state;
        }
        for (int i = 0; i < size; i++) {
            int state = queue[i];
            for (int next = children[state]; next != NONE; next = siblings[next]) {
                int fallback = next(fallbacks[state], bytes[next]);
                fallbacks[next] = fallback;
                ends[next] = hits.containsKey(fallback) ? fallback : ends[fallback];
                queue[size++] = next;
            }
        }
    }

    private int next(int from, byte its) {
        int state = from;
        while (state != ROOT) {
            int next = child(state, its);
            if (next != NONE) {
                return next;
            }
            state = fallbacks[state];
        }
        return firsts[its & 0xff];
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
            state = next(state, its);
            for (int end = state; end != ROOT; end = ends[end]) {
                for (Hit hit : hits.getOrDefault(end, List.of())) {
                    sums[hit.signature()] += hit.weight();
                }
            }
        }
        return sums;
    }

    /// The signatures that a message has, by their number from 0.
    public int[] matches(byte[] message) {
        long[] sums = sums(message);
        return IntStream.range(0, sums.length).filter(i -> sums[i] >= signatures.get(i).threshold()).toArray();
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
