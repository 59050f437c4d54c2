package org.sipsleuth.app.memory;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A computation that was stopped because the memory is not enough.
public final class NotEnoughMemoryException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long neededMebibytes;

    /// Not kept where the exception is written to a stream.
    private final transient @Nullable FittingPart part;

    /// @param neededMebibytes about how much is enough
    public NotEnoughMemoryException(long neededMebibytes) {
        this(neededMebibytes, null);
    }

    /// @param part what of the captures would fit
    public NotEnoughMemoryException(FittingPart part) {
        this(part.neededMebibytes(), part);
    }

    private NotEnoughMemoryException(long neededMebibytes, @Nullable FittingPart part) {
        super("about %d MiB of memory are needed".formatted(neededMebibytes));
        this.neededMebibytes = neededMebibytes;
        this.part = part;
    }

    /// What of the captures would fit, if it was captures that were read.
    public Optional<FittingPart> part() {
        return Optional.ofNullable(part);
    }

    /// About how much is enough, in MiB.
    public long neededMebibytes() {
        return neededMebibytes;
    }
}
