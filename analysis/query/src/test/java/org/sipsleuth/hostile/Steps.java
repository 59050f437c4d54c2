package org.sipsleuth.hostile;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/// How much work something is: the same on every run, whatever else the machine does.
///
/// Counted are, in the classes of the program and not in those of the JDK, the methods that are
/// entered, the branches that are met, and the elements of arrays that are made or copied.
///
/// @param taken methods and branches
/// @param moved elements of arrays
public record Steps(long taken, long moved) {

    private static final LongAdder TAKEN = new LongAdder();
    private static final LongAdder MOVED = new LongAdder();

    private static final CountedClasses COUNTED = new CountedClasses();

    /// The work that a job has with an input. Its classes are loaded before.
    static Steps of(Job job, byte[] input) {
        Consumer<byte[]> counted = COUNTED.constant(job);
        counted.accept(new byte[0]);
        TAKEN.reset();
        MOVED.reset();
        counted.accept(input);
        return new Steps(TAKEN.sum(), MOVED.sum());
    }

    /// Called by counted classes where a method begins, and at each branch.
    public static void step() {
        TAKEN.increment();
    }

    /// Called by counted classes before array elements are made or copied.
    public static void move(int elements) {
        MOVED.add(Math.max(0, elements));
    }

    /// The same.
    public static void move(long elements) {
        MOVED.add(Math.max(0, elements));
    }

    /// Called by counted classes before a range of an array is copied.
    public static void move(int from, int to) {
        MOVED.add(Math.max(0, to - from));
    }
}
