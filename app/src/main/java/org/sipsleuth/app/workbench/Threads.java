package org.sipsleuth.app.workbench;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// Where the work is done that the window does not wait for.
///
/// @param reading one thread: captures are read one after another
/// @param hashing one thread: large files take long, and nobody waits for them
/// @param quick for what is shown in a blink
/// @param capturing one thread: takes packets from the network
/// @param scoring one thread: opens models, and looks at captures with them
record Threads(
        Executor reading, Executor hashing, Executor quick, Executor capturing, Executor scoring) {

    /// Threads that end with the program.
    static Threads daemons() {
        return new Threads(
                one("reading"), one("hashing"), one("quick"), one("capturing"), one("scoring"));
    }

    private static Executor one(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("sipsleuth-" + name).factory());
    }
}
