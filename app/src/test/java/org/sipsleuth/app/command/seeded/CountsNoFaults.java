package org.sipsleuth.app.command.seeded;

import java.util.concurrent.Callable;

/// A command that does not count what fails.
public final class CountsNoFaults implements Callable<Integer> {

    @Override
    public Integer call() {
        return 0;
    }
}
