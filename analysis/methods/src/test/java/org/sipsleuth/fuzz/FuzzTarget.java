package org.sipsleuth.fuzz;

import java.io.IOException;
import java.util.List;

/// Something that hostile bytes are given to.
///
/// @param name what people call it
/// @param seeds sound inputs, which others are made from
/// @param maker makes them
/// @param check reads inputs, and throws if something that always holds does not
record FuzzTarget(String name, List<byte[]> seeds, Maker maker, Check check) {

    /// Makes the input with a number, from the seeds and these two numbers alone.
    @FunctionalInterface
    interface Maker {

        byte[] input(long seed, long number);
    }

    /// Reads inputs together, in their order; what one leaves behind, the next one meets.
    @FunctionalInterface
    interface Check {

        /// @return how many messages they gave
        long run(List<byte[]> inputs) throws IOException;
    }

    FuzzTarget {
        seeds = List.copyOf(seeds);
    }

    /// One whose inputs are seeds with other bytes.
    FuzzTarget(String name, List<byte[]> seeds, Check check) {
        this(name, seeds, (seed, number) -> new Mutation(seed, number).of(seeds), check);
    }

    /// The input with a number, made from the seeds alone: the same on every run.
    byte[] input(long seed, long number) {
        return maker.input(seed ^ name.hashCode() * 0x9e3779b97f4a7c15L, number);
    }
}
