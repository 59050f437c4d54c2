package org.sipsleuth.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A program that ends while it begins one output after the other.
final class EndlessOutputs {

    private static final int THREADS = 4;
    private static final int BEGUN = 200;

    private EndlessOutputs() {}

    /// @param arguments the folder of the outputs
    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        CountDownLatch begun = new CountDownLatch(BEGUN);
        for (int thread = 0; thread < THREADS; thread++) {
            Path target = folder.resolve("report" + thread);
            Thread.ofPlatform().daemon().start(() -> write(target, begun));
        }
        begun.await();
    }

    private static void write(Path target, CountDownLatch begun) {
        while (true) {
            try (OutputFile file = OutputFile.at(target, OutputRules.CONFIRMED)) {
                file.stream().write(0);
                begun.countDown();
            } catch (IOException ending) {
                return;
            }
        }
    }
}
