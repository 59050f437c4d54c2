package org.sipsleuth.run;

import java.io.IOException;
import java.util.function.Supplier;

/// Takes faults of the program that cost one of many things only: a cell, a row, a dialog. Any
/// thread.
@FunctionalInterface
public interface FaultSink {

    /// What stands in the place of what could not be computed, in brackets since calls can be
    /// `failed`.
    String FAILED = "(failed)";

    /// Takes a fault, or throws it on if it concerns more than that one thing.
    ///
    /// @param name what failed
    void failed(String name, RuntimeException fault);

    /// What a computation yields.
    ///
    /// @param instead what stands in its place if it fails
    default <T> T contain(String name, T instead, Supplier<? extends T> work) {
        try {
            return work.get();
        } catch (RuntimeException fault) {
            failed(name, fault);
            return instead;
        }
    }

    /// Work that writes one of many things.
    @FunctionalInterface
    interface Writing {
        void write() throws IOException;
    }

    /// Writes something. What it wrote before it failed is left to the caller.
    ///
    /// @return whether all of it was written
    default boolean isWritten(String name, Writing work) throws IOException {
        try {
            work.write();
            return true;
        } catch (RuntimeException fault) {
            failed(name, fault);
            return false;
        }
    }
}
