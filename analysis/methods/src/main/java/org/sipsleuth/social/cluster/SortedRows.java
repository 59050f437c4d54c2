package org.sipsleuth.social.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Rows in the order of their values, so that sums and random draws do not depend on the order in
/// which the rows were given. Immutable.
final class SortedRows {

    private final double[][] rows; // rows by columns
    private final int[] given; // place in the sorted order -> row as given

    private SortedRows(double[][] rows, int[] given) {
        this.rows = rows;
        this.given = given;
    }

    static SortedRows of(List<double[]> rows) {
        int[] given = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparing(rows::get, Arrays::compare))
                .mapToInt(row -> row)
                .toArray();
        return new SortedRows(Arrays.stream(given).mapToObj(rows::get).toArray(double[][]::new), given);
    }

    /// The rows, sorted; not a copy.
    double[][] rows() {
        return rows;
    }

    /// The number of a row as it was given.
    int given(int place) {
        return given[place];
    }

    /// How many different rows there are.
    int distinct() {
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            count += i == 0 || !Arrays.equals(rows[i], rows[i - 1]) ? 1 : 0;
        }
        return count;
    }

    /// All rows, or so many drawn at random without repetition; sorted.
    SortedRows sample(int most, long seed) {
        int[] places = sample(rows.length, most, seed);
        return new SortedRows(Arrays.stream(places).mapToObj(place -> rows[place]).toArray(double[][]::new),
                Arrays.stream(places).map(place -> given[place]).toArray());
    }

    /// The numbers 0 to `count` - 1, or so many of them drawn at random; ascending.
    static int[] sample(int count, int most, long seed) {
        return count <= most ? IntStream.range(0, count).toArray()
                : new Random(seed).ints(0, count).distinct().limit(most).sorted().toArray();
    }
}
