package org.sipsleuth.call.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RowOrderTest {

    @Test
    void rowsAreSortedAndEqualOnesStayAsTheyAre() {
        Random random = new Random(3);
        for (int count : new int[]{0, 1, 2, 12, 13, 100, 5_000}) {
            int[] values = random.ints(count, 0, 1 + count / 3).toArray();
            int[] expected = IntStream.range(0, count)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> values[i]))
                    .mapToInt(i -> i)
                    .toArray();
            assertArrayEquals(expected, RowOrder.of(count, (a, b) -> Integer.compare(values[a], values[b])));
        }
    }
}
