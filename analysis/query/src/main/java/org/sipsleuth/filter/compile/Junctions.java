package org.sipsleuth.filter.compile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.sipsleuth.filter.syntax.Expression.Join;

/// Joins tests; what costs least is asked first.
final class Junctions {

    private Junctions() {}

    static Test joined(Join join, List<Test> parts) {
        Test[] tests = parts.stream().sorted(Comparator.comparingInt(Test::cost)).toArray(Test[]::new);
        int cost = Arrays.stream(tests).mapToInt(Test::cost).sum();
        return switch (join) {
            case AND -> new All(tests, cost);
            case OR -> new Any(tests, cost);
            case XOR -> new Odd(tests, cost);
        };
    }

    static Test negated(Test of) {
        return new Not(of);
    }

    private static final class All implements Test {
        private final Test[] parts;
        private final int cost;

        All(Test[] parts, int cost) {
            this.parts = parts;
            this.cost = cost;
        }

        @Override
        public boolean holds(Context context) {
            for (Test part : parts) {
                if (!part.holds(context)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int cost() {
            return cost;
        }
    }

    private static final class Any implements Test {
        private final Test[] parts;
        private final int cost;

        Any(Test[] parts, int cost) {
            this.parts = parts;
            this.cost = cost;
        }

        @Override
        public boolean holds(Context context) {
            for (Test part : parts) {
                if (part.holds(context)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public int cost() {
            return cost;
        }
    }

    private static final class Odd implements Test {
        private final Test[] parts;
        private final int cost;

        Odd(Test[] parts, int cost) {
            this.parts = parts;
            this.cost = cost;
        }

        @Override
        public boolean holds(Context context) {
            boolean odd = false;
            for (Test part : parts) {
                odd ^= part.holds(context);
            }
            return odd;
        }

        @Override
        public int cost() {
            return cost;
        }
    }

    private static final class Not implements Test {
        private final Test of;

        Not(Test of) {
            this.of = of;
        }

        @Override
        public boolean holds(Context context) {
            return !of.holds(context);
        }

        @Override
        public int cost() {
            return of.cost();
        }
    }
}
