package org.sipsleuth.view.sequence.prediction.course;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Work that waits until a test lets it go on.
public final class Waiting implements CourseFollower.Background {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean fails;

    @Override
    public <T> void run(Supplier<T> work, Consumer<Optional<T>> then) {
        waiting.add(() -> then.accept(fails ? Optional.empty() : Optional.of(work.get())));
    }

    /// Lets one piece be done.
    public void next() {
        waiting.remove().run();
    }

    /// Lets all be done.
    public void all() {
        while (!waiting.isEmpty()) {
            next();
        }
    }

    /// How many pieces wait.
    public int size() {
        return waiting.size();
    }

    /// Lets all work fail from now on.
    public void fail() {
        fails = true;
    }
}
