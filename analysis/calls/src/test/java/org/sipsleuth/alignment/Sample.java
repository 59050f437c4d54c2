package org.sipsleuth.alignment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Sequences for tests.
public final class Sample {

    private static final List<String> TYPES = List.of("INVITE", "ACK", "BYE", "100", "180", "200", "486", "X");

    private Sample() {}

    public static List<String> sequence(String types) {
        return types.isBlank() ? List.of() : List.of(types.trim().split(" +"));
    }

    public static List<List<String>> sequences(String... types) {
        return Stream.of(types).map(Sample::sequence).toList();
    }

    /// A sequence of up to so many messages of up to so many types.
    public static List<String> random(Random random, int longest, int types) {
        return IntStream.range(0, random.nextInt(longest + 1)).mapToObj(i -> TYPES.get(random.nextInt(types))).toList();
    }

    /// Different ones.
    public static List<List<String>> distinct(Random random, int longest) {
        Set<List<String>> all = new LinkedHashSet<>();
        int tries = random.nextInt(1, 60);
        int types = random.nextInt(1, TYPES.size());
        for (int i = 0; i < tries; i++) {
            all.add(random(random, longest, types));
        }
        return new ArrayList<>(all);
    }

    public static long[] counts(Random random, int size) {
        return random.longs(size, 1, 9).toArray();
    }

    /// Edit distance as the textbooks have it.
    public static int distance(List<String> one, List<String> other) {
        int[][] cells = new int[one.size() + 1][other.size() + 1];
        for (int i = 0; i <= one.size(); i++) {
            for (int j = 0; j <= other.size(); j++) {
                if (i == 0 || j == 0) {
                    cells[i][j] = i + j;
                } else {
                    int change = one.get(i - 1).equals(other.get(j - 1)) ? 0 : 1;
                    int gap = Math.min(cells[i - 1][j], cells[i][j - 1]) + 1;
                    cells[i][j] = Math.min(cells[i - 1][j - 1] + change, gap);
                }
            }
        }
        return cells[one.size()][other.size()];
    }
}
