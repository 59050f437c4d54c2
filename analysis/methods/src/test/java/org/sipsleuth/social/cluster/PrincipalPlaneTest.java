package org.sipsleuth.social.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PrincipalPlaneTest {

    private static List<double[]> cloud() {
        Random random = new Random(4);
        return IntStream.range(0, 500).mapToObj(_ -> {
            double wide = 3 * random.nextGaussian();
            double middle = 2 * random.nextGaussian();
            return new double[]{wide + random.nextGaussian() / 10, -wide + random.nextGaussian() / 10, middle};
        }).toList();
    }

    @Test
    void pointsOnALineVaryOnTheFirstAxisOnly() {
        List<double[]> line = IntStream.range(0, 11).mapToObj(i -> new double[]{-3 * i, 0, -4 * i}).toList();
        PrincipalPlane plane = PrincipalPlane.of(line);
        assertEquals(1, plane.share(0), 1e-12);
        assertEquals(0, plane.share(1), 1e-12);
        assertEquals(0.6, plane.loading(0, 0), 1e-12);
        assertEquals(0, plane.loading(0, 1), 1e-12);
        assertEquals(0.8, plane.loading(0, 2), 1e-12);
        assertEquals(25, plane.x(0), 1e-9);
        assertEquals(-25, plane.x(10), 1e-9);
        assertEquals(0, plane.y(10), 1e-9);
    }

    @Test
    void axesAreThoseOfTheLargestVariance() {
        PrincipalPlane plane = PrincipalPlane.of(cloud());
        assertEquals(3, plane.axes());
        assertEquals(18.0 / 22, plane.share(0), 0.03);
        assertEquals(1, plane.share(0) + plane.share(1) + plane.share(2), 1e-12);
        assertEquals(Math.sqrt(0.5), Math.abs(plane.loading(0, 0)), 0.01);
        assertEquals(-0.5, plane.loading(0, 0) * plane.loading(0, 1), 0.01);
        assertEquals(1, plane.loading(1, 2), 0.01);
        double[] xs = IntStream.range(0, 500).mapToDouble(plane::x).toArray();
        double[] ys = IntStream.range(0, 500).mapToDouble(plane::y).toArray();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < xs.length; i++) {
            products += xs[i] * ys[i];
            squares += ys[i] * ys[i];
        }
        assertEquals(0, products / squares, 1e-9);
    }

    @Test
    void theLoadingFarthestFromZeroIsPositive() {
        PrincipalPlane plane = PrincipalPlane.of(cloud());
        List<double[]> turned = cloud().stream().map(row -> new double[]{-row[0], -row[1], -row[2]}).toList();
        PrincipalPlane other = PrincipalPlane.of(turned);
        for (int axis = 0; axis < 3; axis++) {
            for (int column = 0; column < 3; column++) {
                assertEquals(plane.loading(axis, column), other.loading(axis, column), 1e-9);
            }
            int of = axis;
            double[] loadings = IntStream.range(0, 3).mapToDouble(column -> plane.loading(of, column)).toArray();
            double largest = IntStream.range(0, 3).mapToDouble(j -> loadings[j]).max().orElse(0);
            double least = IntStream.range(0, 3).mapToDouble(j -> loadings[j]).min().orElse(0);
            assertTrue(largest + 1e-9 >= -least);
        }
        assertEquals(-plane.x(7), other.x(7), 1e-9);
    }

    @Test
    void theOrderOfRowsMakesNoDifference() {
        List<double[]> shuffled = new ArrayList<>(cloud());
        Collections.shuffle(shuffled, new Random(8));
        PrincipalPlane one = PrincipalPlane.of(shuffled);
        List<double[]> reversed = shuffled.reversed();
        PrincipalPlane other = PrincipalPlane.of(reversed);
        assertEquals(one.share(0), other.share(0));
        for (int row = 0; row < shuffled.size(); row++) {
            assertEquals(one.x(row), other.x(shuffled.size() - 1 - row));
            assertEquals(one.y(row), other.y(shuffled.size() - 1 - row));
        }
    }

    @Test
    void equalRowsHaveNoVariance() {
        PrincipalPlane plane = PrincipalPlane.of(Collections.nCopies(4, new double[]{1.5, 2.5}));
        assertEquals(0, plane.share(0));
        assertEquals(0, plane.x(3));
        assertEquals(0, PrincipalPlane.of(List.of(new double[]{3}, new double[]{5})).y(1));
        assertThrows(IllegalArgumentException.class, () -> PrincipalPlane.of(List.of()));
    }
}
