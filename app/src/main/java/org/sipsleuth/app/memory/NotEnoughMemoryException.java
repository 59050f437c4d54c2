package org.sipsleuth.app.memory;

import java.io.IOException;

/// A computation that was stopped because the memory is not enough.
public final class NotEnoughMemoryException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long neededMebibytes;

    /// @param neededMebibytes about how much is enough
    public NotEnoughMemoryException(long neededMebibytes) {
        super("about %d MiB of memory are needed".formatted(neededMebibytes));
        this.neededMebibytes = neededMebibytes;
    }

    /// About how much is enough, in MiB.
    public long neededMebibytes() {
        return neededMebibytes;
    }
}
